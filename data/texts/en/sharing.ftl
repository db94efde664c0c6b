# Sharing without a name: what a person reads before, while and after they share, and what staff read.
sharing-empty = There are no words in it yet, so nothing was posted. You can write as little as you like.
sharing-too-long = That is { $over ->
    [one] one character
   *[other] { $over } characters
} more than fit: { $limit } do. Nothing was posted, and your words are kept. You can shorten them, or share them in two parts.
sharing-not-a-delay = A share can wait from { $least } to { $most } minutes. Nothing was posted, and your words are kept.
sharing-not-open = Sharing without a name is not open here right now. Nothing was posted. If you need somebody, /helpnow works at any time.
sharing-paused = Staff have asked for a pause: you can share and reply again { $until }. They do not know who you are, and nothing of yours was taken away. If you need somebody now, /helpnow works at any time.
sharing-too-many = You have shared as often as I can post in an hour ({ $most } times). Your words are kept as a draft: you find them under /share, for a day.
sharing-not-yours = I cannot find that among what is yours. It may be over, or cut off from you, or its time has passed. Nothing was changed.
sharing-over = It does not stand here any more: somebody took it back, or staff took it down. Nothing was posted.
sharing-no-replies = Whoever shared this asked for no replies. Thank you for wanting to answer. “Me too” still tells them that they are not alone.
sharing-not-posted = That cannot be done with it at this moment: it is on its way, or does not stand in the channel. Nothing was changed.
sharing-nobody-to-look = Staff want to look before this is posted, and no staff channel is connected here. Nothing was posted, and your draft is kept for a day. An admin can mend this under /setup wizard.
sharing-changed = It does not wait any more, or its words have changed since you looked. Nothing was done; a new card comes if it is sent again.
sharing-may-not-write = No message can be sent here: whoever shared does not want one, or can no longer be reached. Nothing was sent.
sharing-cut-off = Nothing ties this share to anybody any more, so nobody can be paused by it. You can still take it down.
sharing-command = Write something without your name, or see what is yours
sharing-door = Share without my name
sharing-write = Write something
sharing-mine = My shares
sharing-form-title = Share without your name
sharing-form-words = What would you like to say?
sharing-form-hint = Nothing is posted yet. You will see it first.
sharing-form-note = A content note (may stay empty)
sharing-form-note-hint = For example: mentions hospital
sharing-form-wish = What would you like back?
sharing-form-staff = May staff write, through me?
sharing-staff-no = No
sharing-staff-yes = Yes, they will not learn who I am
sharing-wish-listen = Only listen, please
sharing-wish-ideas = Ideas are welcome
sharing-wish-closed = No replies, please
sharing-reply-title = Reply without your name
sharing-edit-title = Change the words
sharing-yours-again = Your words, so that nothing is lost
sharing-preview-name = A name such as “Quiet Heron”
sharing-note = Content note: **{ $note }**
sharing-preview-title = Only you see this, and nothing is posted yet
sharing-preview-where = { $minutes ->
    [one] Press Post, and it goes to { $channel } a minute later. A longer wait says less about you.
   *[other] Press Post, and it goes to { $channel } within { $minutes } minutes. When exactly is left to chance, so that the time says little about you.
}
sharing-preview-reply = { $minutes ->
    [one] Press Post, and your reply goes under the share a minute later. It stands under a name that is yours only there. A longer wait says less about you.
   *[other] Press Post, and your reply goes under the share within { $minutes } minutes. When exactly is left to chance. It stands under a name that is yours only there.
}
sharing-preview-edit = When you press Post, these words take the place of the old ones within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
sharing-preview-veiled = The words will be covered until somebody opens them.
sharing-preview-details = **This could tell somebody who you, or others, are:** { $details }. You can change it, or leave it.
sharing-detail-name = a name of somebody here
sharing-detail-phone = a phone number
sharing-detail-mail = an e-mail address
sharing-detail-link = a link
sharing-detail-handle = a handle or a mention
sharing-detail-address = an address
sharing-preview-small = **Few people are here ({ $people }).** They may guess by how you write, or by who was online.
sharing-preview-staff = Staff may write to you about it. You find it under /share.
sharing-who-could-know = Members and staff cannot learn from me who wrote this. Discord could, and so could whoever runs me if they changed me, or kept my files and this week’s key. More under /about.
sharing-post = Post
sharing-change = Change
sharing-veil = Cover the words
sharing-unveil = Do not cover the words
sharing-wait = Within how many minutes?
sharing-within = Within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}
sharing-discard = Throw away
sharing-withdraw = Take it back
sharing-sent-title = It is on its way
sharing-sent-waiting = It will stand there within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}. Thank you for your words.
sharing-sent-review = Staff look at it first. They see the words, and not who wrote them. It waits safely, also if I am restarted; you see under /share where it stands.
sharing-sent-later = You can change it, take it back, or read replies under /share, for two to three weeks.
sharing-unlink-offer = You can also cut it off from yourself at once.
sharing-unlink = Cut it off from me
sharing-unlink-title = Cut it off from you
sharing-unlink-what = Then nothing in me leads from it to you, and nobody can make me find out: not staff, not whoever runs me.
sharing-unlink-cost = You can then no longer change it, take it back, or get messages from staff about it. If it cannot be posted, I cannot give it back to you. This cannot be undone.
sharing-unlink-now = Cut it off now
sharing-unlinked = Done. Nothing in me leads from it to you any more.
sharing-withdrawn-title = Taken back
sharing-withdrawn = It is being deleted from the channel now. Whoever has read it has read it; replies of others stay theirs.
sharing-discarded = Nothing was posted, and the words are gone here.
sharing-taken-back = This was taken back.
sharing-reply = Reply anonymously
sharing-me-too = Me too
sharing-me-too-count = Me too · { $count }
sharing-me-too-said = Counted. You are not alone with it, and neither are they.
sharing-me-too-how = Nobody sees that it was you. A number shows from three people up.
sharing-report = Report
sharing-report-title = Tell staff about this
sharing-report-body = Staff get a link to it, and what you choose here. They are not told that it was you.
sharing-report-pick = What is the matter?
sharing-report-danger = Somebody may be in danger
sharing-report-names = It tells who somebody is
sharing-report-rules = It hurts people, or breaks the guidelines
sharing-report-else = Something else
sharing-report-told = Staff know now. Thank you for looking out.
sharing-report-unnamed = If somebody is in danger right now, an emergency number comes first: /helpnow.
sharing-report-nobody = No staff channel is connected here, so I can tell nobody. You could write to somebody whom you trust who runs this community. /helpnow works at any time.
sharing-trouble-not-posted = **It could not be posted**, and nothing of it was shown. Here it is again, for a day; an admin can see why it failed.
sharing-trouble-unsure = **I do not know whether it was posted**: Discord did not answer. Please look in the channel before you press Post again.
sharing-trouble-unreviewed = **Nobody of the staff looked at it in a week**, so it was not posted. Here it is again, for a day.
sharing-trouble-declined = **Staff did not let it be posted.** You can change it and send it again, for a day.
sharing-trouble-still-there = **I could not delete it in the channel.** Staff were told. You could ask them to delete it; they need not know that it is yours.
sharing-reason = They wrote: “{ $reason }”
sharing-mine-title = What you share here
sharing-mine-none = Nothing here is tied to you. What is older than two to three weeks, or cut off, is tied to nobody any more.
sharing-mine-body = Without their words, in case somebody looks over your shoulder:
sharing-mine-small = Only you see this.
sharing-mine-letter = a message from staff
sharing-line-share = A share
sharing-line-reply = A reply
sharing-line-edit = A change
sharing-line-draft = **{ $name }** · { $when } · a draft, kept for a day
sharing-line-review = **{ $name }** · { $when } · waits for staff to look
sharing-line-waiting = **{ $name }** · { $when } · on its way
sharing-line-posting = **{ $name }** · { $when } · on its way
sharing-line-posted = **{ $name }** · { $when } · stands in the channel
sharing-line-withdrawn = **{ $name }** · { $when } · taken back
sharing-line-removed = **{ $name }** · { $when } · taken down by staff
sharing-choose = Choose one
sharing-back = Back
sharing-one-title = One of yours
sharing-one-where = [It stands here]({ $address }).
sharing-one-replies = { $count ->
    [0] No replies so far.
    [one] One reply, in the thread under it.
   *[other] { $count } replies, in the thread under it.
}
sharing-one-no-reason = Staff gave no reason.
sharing-edit = Change the words
sharing-letters = Messages with staff
sharing-letters-none = There are none.
sharing-letters-small = Staff do not learn who you are, unless you tell them.
sharing-letter-staff = Staff:
sharing-letter-author = Whoever shared:
sharing-letter-answer = Answer
sharing-letter-words = Your answer
sharing-letter-sent = Staff will find it in a minute or two. They do not learn who you are.
sharing-letter-came = Whoever wrote a share has answered staff. The answer opens here.
sharing-menu = Pause author
sharing-not-a-share = This is not a share, so there is nothing to pause. To look after something that a member wrote under their name, use your usual ways.
sharing-staff-title = A share without a name
sharing-staff-body = Nobody here can see who wrote it, and nothing that you press tells you.
sharing-pause-hour = Pause: 1 hour
sharing-pause-day = Pause: 1 day
sharing-pause-week = Pause: 7 days
sharing-paused-title = Paused
sharing-paused-body = Whoever wrote it cannot share or reply until the time is over, at most for as long as their key lives. You would read the same whoever it is, also if they have left, or if it is you.
sharing-paused-hint = A pause is a hint too: somebody who falls silent at that moment may be guessed. Please do not look for them.
sharing-remove = Take it down
sharing-remove-title = Take it down
sharing-remove-reason = Why? They will read this.
sharing-removed-title = Taken down
sharing-removed-body = It is not shown any more, and whoever shared reads your reason under /share.
sharing-write-to = Write to whoever shared
sharing-write-title = Write to whoever shared
sharing-write-words = Your words, as “staff”
sharing-written = They find it under /share when they next look. If they answer, the staff channel is told.
sharing-news = Something waits for you in your community. Type /home there, and open what is yours.
sharing-noted = Only you see this. That you opened it is noted.
sharing-look = Look at it
sharing-look-title = A share that waits
sharing-look-body = Above is how it would look. If you let it pass, it is posted within a minute.
sharing-approve = Let it be posted
sharing-decline = Do not post it
sharing-approved = It is on its way.
sharing-review-title = A share waits for somebody to look
sharing-review-body = Somebody would like to share this without their name.
sharing-review-danger = Somebody would like to share this without their name, and it sounds like serious danger. Please look soon. They have been shown who can help.
sharing-review-unnamed = Who it is cannot be seen. The words open for you alone.
sharing-panel-title = Share without your name
sharing-panel-body = You can write here what is hard to say under your own name. You see it first, and nothing is posted until you press Post. It then stands here under a name such as “Quiet Heron”.
sharing-panel-who = Members and staff cannot learn from me who wrote it. Discord could, and so could whoever runs me if they changed me, or kept my files and this week’s key; after three weeks nobody can, by me. More under /about.
sharing-command-setup = Where shares without a name are posted, and who looks first
sharing-setup-title = Sharing without a name
sharing-setup-what = Members write, look at it in private, and post under a name that means nothing. Members and staff cannot find out from me who wrote it; whoever holds my files and this week’s key could. Staff can still take down, pause and write.
sharing-setup-no-room = **Not open yet:** choose a channel.
sharing-setup-open = Open. Shares are posted in { $channel }.
sharing-setup-closed = Closed. Nothing new is posted in { $channel }; what stands there stays.
sharing-setup-room = Where are shares posted?
sharing-setup-room-gone = **That channel is gone, or I cannot see it.** Choose another one.
sharing-setup-lacking = **I lack there:** { $permissions }.
sharing-permission-view-channel = View Channel
sharing-permission-send-messages = Send Messages
sharing-permission-read-message-history = Read Message History
sharing-permission-create-public-threads = Create Public Threads
sharing-permission-send-messages-in-threads = Send Messages in Threads
sharing-doctor-off = Sharing without a name is not open here: no channel is chosen. /setup sharing opens it.
sharing-doctor-room = Shares without a name are posted in { $channel }.
sharing-doctor-closed = Sharing without a name is closed; its channel is { $channel }. /setup sharing opens it again.
sharing-doctor-room-gone = The channel for shares is gone, or I cannot see it. Nothing is lost: what waits goes back to whoever wrote it. Choose another one under /setup sharing.
sharing-doctor-lacks-view-channel = I cannot see { $channel }, so no share can be posted. Allow me View Channel there.
sharing-doctor-lacks-send-messages = I cannot write in { $channel }, so no share can be posted. Allow me Send Messages there.
sharing-doctor-lacks-read-message-history = I cannot read back in { $channel }, so I cannot make sure that a share stands there only once, nor show it to its author for a change. Allow me Read Message History there.
sharing-doctor-lacks-create-public-threads = I cannot open threads in { $channel }, so replies stand beside a share and not under it. Allow me Create Public Threads there.
sharing-doctor-lacks-send-messages-in-threads = I cannot write in the threads of { $channel }, so replies cannot be posted. Allow me Send Messages in Threads there.
sharing-doctor-together = The keys of shares lie on the same volume as the database: a copy of the disk holds both, and whoever has it could find out who wrote what. Set HEARTH_EPOCHS to a place on another volume, outside snapshots.
sharing-doctor-apart = The keys of shares lie on another volume than the database.
sharing-doctor-unlooked = { $count ->
    [one] A share has waited for staff for more than a day.
   *[other] { $count } shares have waited for staff for more than a day.
} Look at it in the staff channel; after a week it goes back to whoever wrote it. Or let staff look at fewer of them, under /setup sharing.
sharing-not-a-picture = I cannot read that as a picture. I can take PNG, JPEG and WebP. Your words are kept, and nothing was posted.
sharing-picture-too-large = That picture is more than I can open: 8 MB and 25 million points are the most. A smaller copy, or a screenshot of it, will do. Your words are kept, and nothing was posted.
sharing-picture-moves = That picture moves, and I can only take still ones. A screenshot of it will do. Your words are kept, and nothing was posted.
sharing-picture-add = Add a picture
sharing-picture-drop = Without the picture
sharing-picture-title = A picture
sharing-picture-file = The picture
sharing-picture-how = A still PNG, JPEG or WebP. I remove place, camera and whatever else the file says.
sharing-picture-alt = What is on it, in words?
sharing-picture-alt-hint = For whoever cannot see it. For example: a path in fog
sharing-picture-look = **Please look at the picture once more:** faces, rooms, papers and windows can tell who you are. I only remove what the file says.
sharing-permission-attach-files = Attach Files
sharing-doctor-lacks-attach-files = I cannot send pictures in { $channel }, so shares with one cannot be posted. Allow me Attach Files there, or switch pictures off under /setup sharing.
sharing-setup-images = Allow pictures
sharing-setup-images-stop = No more pictures
sharing-setup-images-on = Pictures are allowed: one to a share. What the file says of place and camera is removed; what the picture shows is not.
sharing-setup-images-off = Pictures are not allowed.
sharing-setup-mode = Which shares do staff see first?
sharing-setup-review-off = Staff see nothing before it is posted.
sharing-setup-review-some = Staff look first at what sounds like danger.
sharing-setup-review-all = Staff look first at every share.
sharing-mode-off = None
sharing-mode-some = Those that sound like danger
sharing-mode-all = Every one
sharing-setup-close = Close sharing
sharing-setup-reopen = Open sharing
sharing-setup-panel = Post the panel there
sharing-setup-small = With a pause, staff stop somebody without learning who: open the menu of a share’s message, then Apps.
sharing-parting-drafts = { $count ->
    [one] One share that is not posted yet: it is deleted, and never posted.
   *[other] { $count } shares that are not posted yet: they are deleted, and never posted.
 }
sharing-parting-shares = { $count ->
    [one] One share without your name that I could still lead to you: it is cut off from you for good, letters of staff with it. The post stays where it is. If you want it gone too, take it back under /share before.
   *[other] { $count } shares without your name that I could still lead to you: they are cut off from you for good, letters of staff with them. The posts stay where they are. If you want them gone too, take them back under /share before.
 }
sharing-feature-on = **Sharing without a name** is on, in { $channel }. /setup sharing
sharing-feature-off = **Sharing without a name** is off. /setup sharing turns it on.
