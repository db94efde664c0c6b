# Staff whom a member does not want on their cases. Nobody is asked why.
whom-open = Who may help me
whom-what = Is there somebody among the staff who is better not told about you? Choose them here. From now on they learn nothing from me of what staff are told about you: not what, not when, not that there is something. What they know already, I cannot take back.
whom-chosen = Not told about you:
whom-pick = Somebody who is not to be told
whom-again = Somebody who may be told again
whom-number = Number { $place }
whom-limits = I then put nothing about you into the staff channel, so it may take longer until somebody comes. Whoever comes to help you is told whom not to speak with, and nobody else is. If my database does not work at that moment, I tell nobody of the staff about you; the numbers behind /helpnow always work.
whom-past = One of them runs this server. Discord opens every channel to them, and I know no way past that. I keep quiet towards them. I cannot promise more.
whom-nobody-left = I know nobody else of the staff whom I could tell. Please do not wait for us: the numbers behind /helpnow do not depend on anybody here.
whom-contact = The person who runs me is somebody you can write to. They may be one of the staff, so look first who it is: { $contact }
whom-no-contact = The person who runs me has not said how to reach them.
whom-small = Only you see this. Nobody is told that you chose them. Whoever you take off this list learns of what comes next, not of what was.
whom-unreadable = You chose somebody before, and I cannot read any more who it was. Please choose again. Until then I tell nobody of the staff about you by myself; the numbers behind /helpnow always work.
whom-nobody = I rule out nobody
whom-not-called-title = I have not called anyone yet
whom-not-called = You once chose staff who are not to be told about you. I cannot read any more who they are, so I have not called anyone yet. You can choose them again. Or I call all staff now: then everybody of them sees your name, also those you chose before, and that choice is gone.
whom-call-all = Call all staff now
whom-anew = Choose again
whom-anew-what = Who of the staff is not to be told? Choose one person after another. Nobody is called until you press “Call the others now”.
whom-call-others = Call the others now
whom-key-title = A key of mine is missing
whom-key-body = Something that members chose does not open any more with the key that I have. For some of them I call nobody by myself until it is mended. /setup doctor says what an admin can do.
whom-doctor-unreadable = { $count ->
    [one] One member ruled out staff, and I cannot read any more whom: until they choose again, I tell nobody of the staff about them.
   *[other] { $count } members ruled out staff, and I cannot read any more whom: until they choose again, I tell nobody of the staff about them.
} Mend: if a key of before is still somewhere, put it back into HEARTH_KEY and start again. If not, ask all members to look at “Who may help me” under /me.
