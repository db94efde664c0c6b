# /care quiet: a channel slows down. Nobody did anything wrong, and the notice says so.
quiet-command = Slow this channel for a while, with a kind notice; it ends by itself
quiet-command-minutes = For how many minutes? 30 if you say nothing
quiet-command-seconds = How many seconds between two messages of one person? 30 if you say nothing
quiet-title = Slower for a while
quiet-begun = { $channel } goes slowly until { $until }: one message a person every { $seconds } seconds.
quiet-begun-small = It ends by itself. If somebody sets another pace by hand meanwhile, I leave theirs.
quiet-end = Back to the usual pace now
quiet-ended = It ends now, unless somebody set another pace by hand: then theirs stays.
quiet-not-ended = Discord has not let me set the usual pace yet, so the channel still goes slowly. I try again by myself. You can set it by hand: channel settings, Slowmode. Then yours stays.
quiet-stuck-title = A channel is still slow
quiet-stuck = { $channel } was to go back to { $seconds ->
    [0] its pace without slowmode.
   *[other] one message a person every { $seconds } seconds.
} Discord did not let me set that, so it still goes slowly.
quiet-stuck-mend = To mend it: channel settings, Slowmode. Or give me Manage Channels there (in a thread, Manage Threads).
quiet-stuck-then = I try again by myself, for up to three days. If you set a pace by hand, I leave yours.
quiet-notice-title = Let us take this slowly
quiet-notice = A lot is happening here, so this channel goes at a slower pace for a while. Nobody did anything wrong. There is time to breathe between messages, and to leave and come back.
quiet-notice-until = Until { $until }. Help is there at any time: /helpnow
quiet-over = This channel is back at its usual pace. Thank you for taking it slowly.
