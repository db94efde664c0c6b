# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
me-command = Wie du behandelt werden magst, Ruhe vor mir, und was ich von dir aufbewahre
me-door = Ich und meine Daten
me-title = Du, hier
me-small = Nur du siehst das, und du kannst alles lassen, wie es ist.
me-to-card = Zurück
me-line = **{ $what }** · { $now }
me-not-chosen = nicht gewählt
me-as-discord = wie in deinem Discord
me-language = Sprache
me-language-what = In welcher Sprache ich dir antworte und dir schreibe, wo du es erlaubt hast. Was alle lesen, steht in der Sprache dieser Community.
me-pick-language = Wähle eine Sprache
me-country = Land
me-zone = Zeitzone
me-zone-label = Eine Stadt oder eine Zone
me-zone-hint = Berlin, Zürich, Europe/Vienna; leer vergisst sie
me-zones = Welche davon ist es?
me-pick-zone = Wähle die, die du meinst
me-hours = Ruhezeiten
me-hours-from = Von
me-hours-from-hint = 22:00; beides leer: keine
me-hours-to = Bis
me-hours-to-hint = 08:00
me-from-to = { $start } bis { $end }; dann schicke ich dir nichts
me-may = Was ich darf
me-limits = Grenzen
me-limits-what = Themen und Rat sieht, wer vom Team zu dir kommt, weil du gefragt hast oder weil mir eine Nachricht Sorge machte. Niemand sonst sieht sie.
me-topics = Themen, die ruhen sollen
me-topics-label = In wenigen Worten
me-topics-hint = Leer vergisst sie
me-advice = Rat
me-pinged = **Erwähnungen** · Ich darf dich erwähnen, wenn ich auf eine Nachricht antworte
me-not-pinged = **Erwähnungen** · Ich erwähne dich nicht
me-ping-on = Du darfst mich erwähnen
me-ping-off = Erwähne mich nicht
me-step-back = Abstand nehmen
me-not-now = Nicht jetzt
me-unchanged = Nichts wurde geändert. Du kannst an jedem Tag Abstand nehmen, und niemand fragt warum.
me-how-long = Für wie lange?
me-span = { $hours ->
    [1] 1 Stunde
    [24] 1 Tag
    [4] 4 Stunden
    [12] 12 Stunden
    [72] 3 Tage
    [168] 7 Tage
    [336] 14 Tage
   *[720] 30 Tage
}
me-away-what = Ruhe vor mir, solange du willst. Ich schicke dir nichts, erwähne dich nirgends und lasse dich aus Listen weg. Was für dich ist, wartet, bis du zurück bist.
me-away-still = Eines bleibt: Wenn eine Nachricht von dir klingt, als sei dein Leben jetzt in Gefahr, zeige ich dir, wo Hilfe ist.
me-away-hands = Worauf andere zählen, geht an jemand anderen: Fälle und Dienstzeiten, die du hast, ein Treffen, das du leitest, dein Platz in der Reihe, wenn du in einem Raum sprechen wolltest. Deine Plätze bei Treffen bleiben deine.
me-away-small = Wenn du zum Team gehörst: Ein Ruf an eine ganze Rolle erreicht alle, die sie haben. Das kann ich für eine Person nicht zurückhalten.
me-away-until = Du hast Abstand genommen bis { $until }. Ich lasse dich in Ruhe.
me-away-title = Ruh dich gut aus
me-rest = Einmal drücken beendet es früher, hier oder unter /me. Niemand fragt warum.
me-back-now = Ich bin zurück
me-back-title = Schön, dich zu sehen
me-back-body = Alles ist wie vorher. Was auf dich gewartet hat, ist unter /home.
me-command-setup = Was hier aufbewahrt wird, wer es sehen kann, und was du darüber veröffentlichen kannst
me-setup-title = Privatsphäre hier
me-setup-what = Ich bewahre { $count } Arten von Dingen über Menschen auf, jede mit ihrem Zweck und ihrem Ende: höchstens { $days } Tage. Nur Dienstzeiten bleiben, bis sie zurückgenommen werden, und ebenso, wer aus dem Team von jemandem nichts erfahren darf. Einen Schalter für länger gibt es nicht. Unter /me sieht jedes Mitglied, was seines ist, nimmt eine Kopie mit und löscht es.
me-setup-leaving-on = Ich sehe, wer die Community verlässt, und vergesse die Person 30 Tage später.
me-setup-leaving-off = Ich sehe nicht, wer die Community verlässt: Wer mich betreibt, hat HEARTH_MEMBERS nicht eingeschaltet. Wer mich ein Jahr lang nicht nutzt, ist einen Monat danach vergessen.
me-setup-contact = Mitglieder lesen unter /about, wie sie die Person erreichen, die mich betreibt: { $contact }
me-setup-no-contact = **Wer mich betreibt, hat nicht gesagt, wie man diese Person erreicht.** Abhilfe: Sie trägt HEARTH_CONTACT ein.
me-setup-publish = Zwei Seiten kommen mit mir, zum Ausfüllen und Zeigen. Eine ist für Mitglieder, und Discord fragt auch danach: docs/privacy-policy-template.md. Eine ist für dich: docs/data-protection-assessment-template.md. Beide werden mit dem verglichen, was ich aufbewahre.
