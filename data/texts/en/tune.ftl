# What a community decides about signposts and cases.
tune-command = What staff are told, how soon more are called, your own phrases, and a place to try
tune-title = Signposts and cases
tune-small = “Right now” and “serious” are always shown to staff, and always have been offered help. That cannot be switched off.
tune-told = Which milder ones are staff told of?
tune-told-nothing = None of the milder ones
tune-told-concern = “Worth a look”
tune-told-third-party = “Worried about somebody else”
tune-told-both = Both of them
tune-told-now-nothing = Staff are told of what is right now or serious, and of nothing milder.
tune-told-now-concern = Staff are also told of what is worth a look.
tune-told-now-third-party = Staff are also told when somebody worries about somebody else.
tune-told-now-both = Staff are also told of what is worth a look, and when somebody worries about somebody else.
tune-hours = How long is the same not offered?
tune-hours-n = { $hours ->
    [one] One hour
   *[other] { $hours } hours
}
tune-minutes = How long may a case wait?
tune-minutes-n = { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
}
tune-times-now = One person is offered the same at most every { $hours } hours. Nobody goes: the next are called after { $minutes } minutes.
tune-phrases-now = Your own phrases: { $count }. Built-in rules that are off here: { $off }.
tune-try = Try a sentence
tune-try-title = Try a sentence
tune-try-again = Try another
tune-try-words = A sentence
tune-try-hint = Write one of your own; please never paste what a member wrote.
tune-try-small = Nobody was alerted, and the sentence is kept nowhere.
tune-tried-nothing = I would offer nothing, and nobody would be told.
tune-tried-level = I would take it as: { $level } · { $about }
tune-tried-rules = Because of { $found } ({ $rules })
tune-tried-part = “{ $words }”
tune-tried-lowered = What made it milder: { $cues }
tune-add = Add a phrase
tune-add-title = A phrase of your own
tune-add-phrase = The phrase, as people write it
tune-add-hint = Plain words of two or more; signs are not read
tune-kept = “{ $phrase }” is read from now on as: { $level } · { $about }
tune-heard = { $count ->
    [0] None of the built-in examples is heard differently because of it.
    [one] One of the built-in examples would be heard more seriously because of it:
   *[other] { $count } of the built-in examples would be heard more seriously because of it, such as:
}
tune-means = How serious is it, and what is it about?
tune-drop = Take a phrase back, or switch a rule on again
tune-off = Switch a rule off
tune-off-title = Switch a rule off
tune-off-rule = The rule’s id
tune-off-hint = It stands in “Open” of a case, and in “Try a sentence”
tune-by = How the offer comes to the person
tune-by-channel = A neutral line where they wrote
tune-by-dm = A private message, to who allowed it
tune-by-now-channel = The offer comes as a neutral line where they wrote.
tune-by-now-dm = The offer comes as a neutral private message to people who allowed me to write to them. Everybody else gets the neutral line, and so does everybody where a person near them may be the danger, or a child is.
