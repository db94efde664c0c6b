# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# /care quiet: Ein Kanal wird langsamer. Niemand hat etwas falsch gemacht, und der Hinweis sagt das.
quiet-command = Diesen Kanal eine Weile langsamer machen, mit freundlichem Hinweis; es endet von allein
quiet-command-minutes = Für wie viele Minuten? 30, wenn du nichts sagst
quiet-command-seconds = Wie viele Sekunden zwischen zwei Nachrichten einer Person? 30, wenn du nichts sagst
quiet-title = Eine Weile langsamer
quiet-begun = { $channel } geht langsam bis { $until }: eine Nachricht pro Person alle { $seconds } Sekunden.
quiet-begun-small = Es endet von allein. Stellt jemand inzwischen von Hand ein anderes Tempo ein, lasse ich das so.
quiet-end = Jetzt zurück zum üblichen Tempo
quiet-ended = Es endet jetzt. Hat jemand von Hand ein anderes Tempo eingestellt, bleibt dieses.
quiet-not-ended = Discord hat mich das übliche Tempo noch nicht einstellen lassen, der Kanal geht also noch langsam. Ich versuche es von allein wieder. Du kannst es von Hand einstellen: Kanal bearbeiten → Slowmode. Dann bleibt deins.
quiet-stuck-title = Ein Kanal ist noch langsam
quiet-stuck = { $channel } war an der Reihe, wieder so zu gehen wie vorher: { $seconds ->
    [0] ohne Slowmode.
   *[other] eine Nachricht pro Person alle { $seconds } Sekunden.
} Discord hat mich das nicht einstellen lassen, der Kanal geht also noch langsam.
quiet-stuck-mend = Abhilfe: Kanal bearbeiten → Slowmode. Oder gebt mir dort „Kanal verwalten“ (in einem Thread „Threads verwalten“).
quiet-stuck-then = Ich versuche es von allein wieder, bis zu drei Tage lang. Stellt ihr von Hand ein Tempo ein, lasse ich eures.
quiet-notice-title = Lasst uns langsamer machen
quiet-notice = Hier ist gerade viel los, darum geht dieser Kanal eine Weile langsamer. Niemand hat etwas falsch gemacht. Zwischen den Nachrichten ist Zeit zum Atmen, und Zeit, zu gehen und wiederzukommen.
quiet-notice-until = Bis { $until }. Hilfe ist jederzeit da: /helpnow
quiet-over = Dieser Kanal hat wieder sein übliches Tempo. Danke, dass ihr es langsam angegangen seid.
