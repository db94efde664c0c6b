# What a person reads who may be in danger. Read every line as somebody in tears would.
more-line = There is more here if you want it, only for you.
more-line-shared = There is more here for anybody who wants it, each only for themselves.
more-line-direct = I have something for you, if you want it. You decide whether to open it.
more-open = Open
more-only-you = Only you can see this card. You are not in trouble.
more-what-i-am = I am a bot. I only match words, so I may have read you wrong, and I cannot keep you safe.
more-back = Back
more-human = Talk to a human here
more-barriers = What gets in the way?
more-grounding = Something steadying
more-not-for-me = Not for me

more-title-now = This sounds like right now
more-body-now = I am glad you wrote it here. If you can, be near somebody, and let them help you with this call.
more-title-overdose = This sounds like right now
more-body-overdose = If you took something that could do harm, please call now, even if it feels fine. Say what, about how much, and when, if you know. Please stay near somebody.
more-title-suicide = That sounds very heavy to carry
more-body-suicide = If you are thinking about suicide, you can say it in those words to the people below. Silence is fine with them too.
more-title-self-harm = That sounds like a lot to cope with
more-body-self-harm = You do not have to explain or stop anything to be welcome here. If an injury is deep or keeps bleeding, please let a doctor see it first.
more-title-abuse-danger = You did not cause this
more-body-abuse-danger = The people below plan with you, at your pace. You do not have to leave, report or decide anything to talk to them. Some calls show on bills and in call lists.
more-title-sexual-violence = I am sorry that happened
more-body-sexual-violence = It was not your fault. You do not have to decide anything now, or tell it again here. The people below can explain the choices, also the medical ones that depend on time.
more-title-eating = That sounds exhausting
more-body-eating = You do not have to be any size for it to count. If you fainted, have chest pain or cannot keep fluids down, please see a doctor today.
more-title-panic-dissociation = This minute sounds hard
more-body-panic-dissociation = Would something steadying help, or company? Chest pain that is new to you is a reason to call a doctor.
more-title-child-safety = It is good that you said something
more-body-child-safety = If somebody hurts you, that is not your fault. The people below are there for people your age. You can type as well as call.
more-title-other = That is a hard worry to carry
more-body-other = You can ask them directly, in plain words; asking does not plant the idea. You can also call one of these lines yourself, to think it through. And how are you?

more-safe-title = Is it safe to read this here?
more-safe-body = Somebody else may see this screen, now or later. You choose whether I show more.
more-safe-yes = Yes, show me
more-safe-no = Not on this device
more-later-title = Understood
more-later-body = Nothing more comes from me here. On a device that nobody else touches, at a library or at a friend’s, you can type /helpnow at any time.

more-human-title = Talk to a human here
more-human-seen = If you press yes, the staff of this community see your name, and that you would like to talk.
more-human-seen-without = If you press yes, those of the staff whom you did not rule out see your name, and that you would like to talk. Nothing of it goes into the staff channel.
more-human-when = They are volunteers. I cannot promise that somebody is here right now. If it is urgent, please do not wait for them.
more-human-on-duty = Somebody of them is on duty right now, and is asked first. They are volunteers, so it may take some minutes. If it is urgent, please do not wait for them.
more-human-nobody-on-duty = Nobody of them is on duty right now, so please do not wait for us. All of them are asked all the same, and somebody here reads it when they can. The numbers on the card before this one answer now.
more-human-yes = Yes, tell them
more-asked-title = They have been told
more-asked = Staff can see that you would like to talk. When somebody comes, they write to you here.
more-nobody-title = Nobody could be told
more-nobody-to-ask = I could not reach any staff of this community. I am sorry. The numbers on the last card do not depend on us.
more-asked-numbers = You do not have to wait alone: the numbers on the card before this one answer too.

more-barriers-title = What gets in the way?
more-barriers-body = Choose what fits, or nothing at all. Each has a short, honest answer.
more-barriers-pick = It is something like…
more-barrier-chat = I only want to chat
more-barrier-big = It is too big to say
more-barrier-bad-enough = I am not bad enough
more-barrier-send = They might send somebody
more-barrier-wont-help = It will not help
more-barrier-myself = I want to handle it myself
more-barrier-aloud = I cannot speak aloud
more-barrier-phone = Somebody could see my phone
more-barrier-cost = Cost, language or hours
more-barrier-before = It went badly before
more-answer-chat = That is reason enough. You can open with “I only want to talk”. You can stay here as well.
more-answer-big = You can say exactly that, or “I do not know where to start”. They are used to it, and silence is allowed.
more-answer-bad-enough = There is no level to reach. People contact them on ordinary awful nights.
more-answer-send = Most contacts are talking and nothing else. Some services may act without asking if a life is in danger at that moment. You can ask about that before you say anything else.
more-answer-wont-help = It may not fix anything. Often it makes the next hour easier. If one talk was poor, another line or another person can be quite different.
more-answer-myself = That makes sense. You could keep one number near. You could do something steadying for ten minutes, and let somebody here look in tomorrow.
more-answer-aloud = Then typing may suit you better. This one takes text or chat, where there is one for your country:
more-answer-phone = Then let us be careful first. A device that nobody else touches is safer: at a library, at work, at a friend’s. Texts and calls can stay visible in lists and on bills.
more-answer-cost = Many lines are free and say so on the card. Some have interpreters; you can ask for your language first. Hours stand beside each line.
more-answer-before = I am sorry. You deserved better. A different service, or company here while you decide, may suit you more.

more-grounding-title = Something steadying
more-grounding-body = Choose one, or none. Each takes a few minutes, your eyes can stay open, and you can stop at any point.
more-another = Another one
more-stop-any-time = Stop whenever you like. There is no right way to do it.
more-step = { $place }. { $text } · about { $seconds } seconds
more-no-hurry = The times are only a guide. Slower is fine, and so is leaving a step out.
more-skip-if = { $when }

more-no-title = No problem
more-no-body = Sorry for the interruption. I only match words and get it wrong. Nothing about this is held against you.
more-no-hush = Shall I stay quiet about this for a while? You can ask for the numbers with /helpnow at any time.
more-hush-days = { $days ->
    [1] Quiet for a day
   *[other] Quiet for { $days } days
}
more-hushed = { $days ->
    [1] I stay quiet about this for a day
   *[other] I stay quiet about this for { $days } days
}
more-hushed-but = Only if it sounds like danger right now I would still show the number.

more-dm-title = I am a bot, and nobody reads this inbox
more-dm-body = Thank you for writing. A human cannot see this message. The button below shows numbers of people who answer.
more-dm-heard = I am glad you wrote it down. A human cannot see this message, so please do not wait here for one. The button below shows people who answer.
more-dm-nobody = To reach the people of your community, write in one of its channels, or ask there with /helpnow.
