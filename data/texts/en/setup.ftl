# What admins read.
setup-command = Set this community up, and see what is missing
setup-command-wizard = Five short questions; you can leave and come back
setup-command-doctor = What is missing, why it matters, and how to mend it
setup-step-title = { $step } of { $steps } · { $name }
setup-step-1 = Where staff are told
setup-step-1-body = When a message sounds like serious danger, a card appears in this channel. Choose one that only staff can see.
setup-step-2 = Who may take a case
setup-step-2-body = People with this role can open cases and go. The role is pinged when somebody may need a human. If they cannot see the staff channel yet, I let them in.
setup-step-3 = Who runs sessions
setup-step-3-body = People with this role can plan and hold group sessions.
setup-step-4 = Your country, language and clock
setup-step-4-body = Members who chose no country see the numbers of this one. Everybody can choose their own. The language is that of cards that everybody sees; what opens for one person alone speaks the language of their Discord, or the one chosen in /me. The clock is for hours of people who chose no time zone, and for when I write to staff.
setup-language-now = Language of the cards for everybody: { $language }
setup-zone-now = Clock of this community: { $zone }
setup-type-zone = Type the time zone
setup-zone-title = Your time zone
setup-zone-hint = London, New York, Europe/Berlin
setup-pick-language = Choose that language
setup-step-5 = Home panel and numbers
setup-step-5-body = I post three cards there: the numbers, pinned, so that they can be read even when I am away; the welcome card with the guidelines; and the Home panel. Choose a channel that everybody can see.
setup-pick-staff = Choose the staff channel
setup-pick-moderators = Choose the moderators’ role
setup-pick-facilitators = Choose the facilitators’ role
setup-pick-panel = Choose the channel for the panel
setup-type-country = Type the country
setup-country-title = Your country
setup-offer = Make one for me
setup-would-title = Before I do it
setup-would-make-1 = I would make the channel { $what }. Only your moderators, admins and I could see it.
setup-would-make-2 = I would make the role { $what }. Nobody has it until you give it to them.
setup-would-make-3 = I would make the role { $what }. Nobody has it until you give it to them.
setup-would-make-5 = I would make the channel { $what } and post the three cards there. Everybody could see it, and only I could write in it.
setup-would-use = { $what } is here already. I would use it as it is.
setup-would-only = Nothing else in your community would change.
setup-make = Yes, do that
setup-name-staff-channel = staff
setup-name-moderator-role = Moderator
setup-name-facilitator-role = Facilitator
setup-name-home-channel = welcome
setup-now = Now: { $value }
setup-next = Next
setup-skip = Skip for now
setup-keep = Keep it
setup-back = Back
setup-resume = Every answer is saved at once. You can close this and go on later with /setup wizard.
setup-done-title = Your community is ready
setup-done-body = The panel and the numbers are in { $channel }.
setup-done-next = /setup doctor shows whether anything is missing. Try it with a friend before you invite people: write something in a channel and see what staff see.
setup-pinned-title = Help now
setup-pinned-small = This card needs no bot: it stays readable when I am away. /helpnow has other countries.
setup-trouble-title = Something could not be posted
setup-trouble-body = Row { $number } of my list could not be posted.
setup-trouble-unknown = I cannot find out whether row { $number } of my list was posted. I did not post it again.
setup-trouble-mend = /setup doctor shows which permission or channel is missing.
setup-why-forbidden = I am not allowed to post in that channel.
setup-why-gone = The channel is gone.
setup-why-unauthorized = Discord did not accept me.
setup-why-refused = Discord refused the message. That is a mistake of mine; please tell the operator.
setup-why-no-staff-channel = No staff channel is chosen.
setup-why-late = It was too late to be of use.
setup-why-could-not-look = The channel’s history could not be read.
setup-why-not-drawn = A card could not be drawn. That is a mistake of mine; please tell the operator.
setup-why-nobody-draws = It belongs to a feature that is not there any more.
setup-why-unopenable = What is kept does not open with the present key.
setup-doctor-title = Doctor
setup-doctor-good = Everything that I can check is well.
setup-doctor-bad = { $count ->
    [1] One thing to look at:
   *[other] { $count } things to look at:
}
setup-doctor-staff = Staff are told in { $channel }.
setup-doctor-no-staff = No staff channel: members get their numbers, but nobody is told. Mend: /setup wizard, step 1.
setup-doctor-staff-gone = The staff channel is gone, or I cannot see it: nobody is told. Mend: /setup wizard, step 1, or let me see it.
setup-doctor-staff-open = Everybody can see the staff channel. Names of people in danger would stand in public. Mend: take View Channel from @everyone there.
setup-doctor-home = The Home panel belongs in { $channel }.
setup-doctor-no-home = No Home panel yet. Mend: /setup wizard, step 5.
setup-doctor-home-gone = The Home panel’s channel is gone. Mend: /setup wizard, step 5.
setup-doctor-moderator = { $role } may take cases.
setup-doctor-no-moderator = No moderators’ role: only admins can take cases, and nobody is pinged. Mend: /setup wizard, step 2.
setup-doctor-moderator-gone = The moderators’ role was deleted. Mend: /setup wizard, step 2.
setup-doctor-facilitator = { $role } may run sessions.
setup-doctor-no-facilitator = No facilitators’ role yet. Mend: /setup wizard, step 3.
setup-doctor-facilitator-gone = The facilitators’ role was deleted. Mend: /setup wizard, step 3.
setup-doctor-country = A country is chosen.
setup-doctor-zone = The clock of this community is { $zone }. By it I read hours of people who chose no zone. /setup wizard, step 4, changes it.
setup-doctor-no-country = No country: members see no numbers until they choose one. Mend: /setup wizard, step 4.
setup-doctor-blind = { $role } does not see { $commands }: Discord shows them only with Moderate Members (/cases, /care, the menus) or Manage Events (/host). Mend: give the role that permission, or open the commands to it under Server Settings, Integrations.
setup-doctor-opened = Somebody opened { $commands } to { $role } under Server Settings, Integrations. I still refuse whoever is not of your staff, but they see that the commands are there. Mend: take the role off there.
setup-doctor-doors-unknown = Discord did not tell me who sees the commands of staff. Mend: try again in a minute.
setup-doctor-lacking = In { $channel } I lack: { $permissions }. Mend: channel settings, Permissions, my role.
setup-doctor-permissions = I have what I need in every channel that I can see.
setup-doctor-hidden = { $count ->
    [1] One channel is hidden from me; I read nothing there.
   *[other] { $count } channels are hidden from me; I read nothing there.
}
setup-doctor-lines = The numbers are to be checked again by { $day }; { $stale } of them rest on evidence older than a year.
setup-doctor-lines-overdue = The numbers were to be checked again by { $day }. Mend: install the newest version of Hearth, and check your country’s lines on their own sites.
setup-doctor-key = The key comes from the settings.
setup-doctor-key-made = The key lies beside the database, in HEARTH_HOME/key. Mend: keep a copy somewhere else; without it nothing sealed can be read.
setup-doctor-database = The database cannot be read right now. Numbers still work. Mend: tell the operator.
setup-doctor-delivered = Everything due in the last 7 days was posted.
setup-doctor-own-lines-stale = { $count ->
    [1] One line of your own was checked more than a year ago.
   *[other] { $count } lines of your own were checked more than a year ago.
} Mend: look at each on its own site, then /setup helplines.
setup-doctor-lines-emptied = For your country every line rests in: { $kinds }. Members get the emergency number and international directories there. Mend: bring one back or add one with /setup helplines.
setup-doctor-undelivered = { $count ->
    [1] One post of the last 7 days could not be made.
   *[other] { $count } posts of the last 7 days could not be made.
} Mend: look at the permissions above; the staff channel has the reasons.
setup-doctor-not-read = I do not read: channels hidden from me, voice, pictures, members’ direct messages to one another, and what other bots show.
setup-permission-view-channel = View Channel
setup-permission-send-messages = Send Messages
setup-permission-read-message-history = Read Message History (without it I cannot see whether something was already posted)
setup-permission-embed-links = Embed Links
setup-permission-manage-messages = Manage Messages (to pin the numbers)
setup-digest-title = Your week
setup-digest-thanks = Thank you for being here for people this week. This is what I know of it, without names.
setup-digest-quiet = No case needed anybody this week.
setup-digest-mend = To look at, when there is time:
setup-digest-more = { $count ->
    [1] One more stands in /setup doctor.
   *[other] { $count } more stand in /setup doctor.
}
setup-digest-well = Everything that I can check is well.
setup-digest-small = Once a week, for staff. Rest is part of the work.
setup-command-features = What is switched on, and where each thing is decided
setup-command-people = Who may take cases and run sessions
setup-features-title = What is switched on
setup-features-small = Nobody loses anything when something is switched off.
setup-people-title = People of this community
setup-people-admins = Everybody with Manage Server decides here, and may do all that staff may.
setup-people-moderator = Cases: { $role }.
setup-people-no-moderator = Cases: no role yet, so admins alone take them and nobody is pinged.
setup-people-facilitator = Sessions: { $role }.
setup-people-no-facilitator = Sessions: no role yet, so staff and admins alone run them.
setup-people-duty = Who of them is on duty when: /setup rota. Who sees which command: /setup doctor.
setup-people-contact = Members reach the person who runs me by: { $contact }
setup-people-no-contact = Members have no way to reach the person who runs me. Mend: HEARTH_CONTACT in the settings.
setup-people-small = A new choice holds at once, also for cards that stand already.
