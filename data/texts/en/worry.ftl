# Somebody is worried about somebody else. Nothing is sent to the person spoken of.
worry-menu = I’m worried about this person
worry-title = Worried about somebody
worry-words = What worries you? (you may leave it empty)
worry-hint = Only whoever of the staff goes reads this.
worry-told-title = Staff know now
worry-told = Thank you for saying something. Somebody of the staff will look. Whoever goes learns that it was you; nobody else does.
worry-nothing-sent = They get nothing from me because of this. If somebody is in danger right now, your emergency number comes first, with where they are if you know it.
worry-you = You do not have to carry this alone, and you do not have to watch over anybody. How are you?
worry-self-title = This one is about you
worry-self = If it is you who could use somebody: the button below shows people who answer, and nobody else sees that you pressed it.
worry-gone = I cannot tell staff about them: they are a bot, or no longer here.
worry-staff = They are staff here, and would see what I tell the staff. I do not want to promise you a quiet word that is none.
worry-or-else = You could write to somebody whom you trust here, or to the person who runs this community.
