mine-see = What I keep of you
mine-see-title = What I keep of you ({ $page } of { $pages })
mine-see-what = Every line is one kind of thing, why I have it, and when it goes at the latest. Most of it is sealed: whoever steals my files without the key cannot read it.
mine-line = * { $why } · **{ $count }** · { $when }
mine-until = gone by { $until }
mine-until-on = as long as it goes on
mine-see-shares = What you share without your name is not in here: it does not hang on your name. You find it under /share, for as long as I can lead it to you.
mine-see-others = Neither is what somebody else told staff. That is theirs, and goes 30 days after it was settled.
mine-before = Back a page
mine-after = Next page
mine-nothing = I keep nothing of you here.
mine-copy = Take a copy
mine-copied = { $count ->
    [one] One file, for you alone.
   *[other] { $count } files, for you alone. Each kind says the same: json for programs, txt for reading, csv for a spreadsheet.
 }
mine-copied-not = Nothing in them is about anybody else. Whoever can open your device can read them, so delete them there when you have seen enough.
mine-erase = Erase what you keep of me
mine-erase-what = Everything that I keep of you here goes, at once and for good: choices, check-ins that you kept, reports that you wrote, all of it. You can stay, and begin anew on any day.
mine-erase-open = Some things are open now. This is what becomes of them:
mine-erase-small = Nothing has happened yet. A copy is under /me.
mine-stays-discord = What you wrote on Discord stays there, and so do roles that you have: I cannot take those back for you, but you can delete your messages yourself.
mine-stays-others = What others told staff about you stays until 30 days after it was settled, and so does a wish not to be met by somebody. A pause of sharing ends on its day.
mine-type = I want to erase it
mine-word = erase
mine-word-label = Type the word: erase
mine-word-hint = erase
mine-receipt = It is gone
mine-erased = This was kept of you, and is not any more:
mine-gone = * { $why } · **{ $count }**
mine-backups = Backups from before hold it for 7 days more, sealed; then they are deleted. Copies that the person who runs me took elsewhere are theirs to delete.
mine-not-folded = One thing is still under way: my journal was being read while I erased, so traces may stay in it until tonight.
