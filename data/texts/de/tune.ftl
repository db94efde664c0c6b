# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Was eine Community über Hinweise und Fälle entscheidet.
tune-command = Was das Team erfährt, wann mehr gerufen werden, eigene Ausdrücke, und ein Ort zum Probieren
tune-title = Hinweise und Fälle
tune-small = „Jetzt gerade“ und „ernst“ sieht das Team immer, und Hilfe wird dann immer angeboten. Das lässt sich nicht ausschalten.
tune-told = Von welchen milderen erfährt das Team?
tune-told-nothing = Von keinem der milderen
tune-told-concern = „Ein Blick lohnt sich“
tune-told-third-party = „Sorge um jemand anderen“
tune-told-both = Von beiden
tune-told-now-nothing = Das Team erfährt, was jetzt gerade oder ernst ist, und nichts Milderes.
tune-told-now-concern = Das Team erfährt auch, wenn sich ein Blick lohnt.
tune-told-now-third-party = Das Team erfährt auch, wenn jemand sich um jemand anderen sorgt.
tune-told-now-both = Das Team erfährt auch, wenn sich ein Blick lohnt und wenn jemand sich um jemand anderen sorgt.
tune-hours = Wie lange dasselbe nicht anbieten?
tune-hours-n = { $hours ->
    [one] Eine Stunde
   *[other] { $hours } Stunden
}
tune-minutes = Wie lange darf ein Fall warten?
tune-minutes-n = { $minutes ->
    [one] Eine Minute
   *[other] { $minutes } Minuten
}
tune-times-now = Dasselbe wird einer Person frühestens nach { $hours ->
    [one] einer Stunde
   *[other] { $hours } Stunden
} wieder angeboten. Kümmert sich niemand, werden die Nächsten nach { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
} gerufen.
tune-phrases-now = Eigene Ausdrücke: { $count }. Eingebaute Regeln, die hier aus sind: { $off }.
tune-try = Einen Satz ausprobieren
tune-try-title = Einen Satz ausprobieren
tune-try-again = Noch einen ausprobieren
tune-try-words = Ein Satz
tune-try-hint = Schreib einen eigenen; bitte nie einfügen, was ein Mitglied schrieb.
tune-try-small = Niemand wurde gerufen, und der Satz wird nirgends aufbewahrt.
tune-tried-nothing = Ich würde nichts anbieten, und niemand würde es erfahren.
tune-tried-level = Ich würde es so nehmen: { $level } · { $about }
tune-tried-rules = Wegen { $found } ({ $rules })
tune-tried-part = „{ $words }“
tune-tried-lowered = Was es milder machte: { $cues }
tune-add = Einen Ausdruck hinzufügen
tune-add-title = Ein eigener Ausdruck
tune-add-phrase = Der Ausdruck, wie man ihn schreiben würde
tune-add-hint = Gewöhnliche Wörter, zwei oder mehr; Zeichen werden nicht gelesen
tune-kept = „{ $phrase }“ wird ab jetzt so gelesen: { $level } · { $about }
tune-heard = { $count ->
    [0] Keins der eingebauten Beispiele klingt dadurch anders.
    [one] Eins der eingebauten Beispiele würde dadurch ernster klingen:
   *[other] { $count } der eingebauten Beispiele würden dadurch ernster klingen, zum Beispiel:
}
tune-means = Wie ernst ist es, und worum geht es?
tune-drop = Ausdruck zurücknehmen, Regel einschalten
tune-off = Eine Regel ausschalten
tune-off-title = Eine Regel ausschalten
tune-off-rule = Die Kennung der Regel
tune-off-hint = Sie steht unter „Öffnen“ eines Falls und unter „Einen Satz ausprobieren“
tune-by = Wie das Angebot ankommt
tune-by-channel = Als neutrale Zeile, wo geschrieben wurde
tune-by-dm = Als Direktnachricht, wo es erlaubt wurde
tune-by-now-channel = Das Angebot kommt als neutrale Zeile, wo geschrieben wurde.
tune-by-now-dm = Das Angebot kommt als neutrale Direktnachricht zu allen, die mir das Schreiben erlaubt haben. Alle anderen bekommen die neutrale Zeile, und ebenso alle dort, wo ein naher Mensch die Gefahr sein kann oder ein Kind betroffen ist.
