# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# Leitlinien: gelesen, angenommen, in Erinnerung. Das liest jemand, der neu ist, und jemand, der ein Leben lang zurechtgewiesen wurde.
guidelines-command = Die Leitlinien dieser Community, nur für dich
guidelines-read = Leitlinien lesen
guidelines-agree = Ich bin einverstanden
guidelines-page-title = Unsere Leitlinien · { $page } von { $pages }
guidelines-page-small = Nur du siehst das. Niemand erfährt, dass du es gelesen hast.
guidelines-one = Eine ganz lesen
guidelines-next = Weiter
guidelines-previous = Zurück
guidelines-in-full = Alle ganz
guidelines-in-short = Kurz
guidelines-back-to-all = Zurück zu allen
guidelines-panel-title = Willkommen
guidelines-panel-body = Gut, dass du hergefunden hast. Hier leisten Menschen, die Schweres erlebt haben, einander Gesellschaft. Sieh dich um; es eilt nicht.
guidelines-panel-private = Was du drückst, öffnet sich für dich allein.
guidelines-panel-small = Hilfe ist für alle da, ob du einverstanden bist oder nicht: /helpnow
guidelines-screen-title = { $number } von { $count } · { $name }
guidelines-screen-1 = Was das hier ist
guidelines-screen-2 = Worum wir einander bitten
guidelines-screen-3 = Wie du gern hier bist
guidelines-screen-4 = Was ich darf
guidelines-screen-5 = Ist das etwas für mich?
guidelines-first-is = Die Menschen hier haben Schweres erlebt und unterstützen einander auf Augenhöhe. Du kannst reden, zuhören oder nur lesen.
guidelines-first-is-not = Es ist keine Therapie und kein Notdienst. Niemand hier ist in Bereitschaft, und oft ist niemand wach.
guidelines-first-age = Diese Community ist für Menschen ab { $age } Jahren.
guidelines-first-small = Das ist die einzige Frage, die eine Antwort braucht. Dein Alter behalte ich nicht.
guidelines-old-enough = Ich bin { $age } oder älter
guidelines-younger = Ich bin jünger als { $age }
guidelines-younger-title = Danke, dass du es mir sagst
guidelines-younger-thanks = Es war nicht falsch, hierher zu kommen, und was dich hergeführt hat, ist wichtig.
guidelines-younger-why = Diese Community ist für Menschen ab { $age } Jahren, darum ist sie noch nicht der richtige Ort für dich. Es gibt Menschen, deren Beruf es ist, jungen Leuten zuzuhören, und sie möchten von dir hören:
guidelines-younger-kept = Was du mir gesagt hast, habe ich nicht behalten und niemandem erzählt.
guidelines-rules-limits = Was hier gesagt wird, bleibt hier. Zwei ehrliche Grenzen: Niemand kann im Netz völlige Geheimhaltung versprechen, und die Moderation darf handeln, wenn ein Leben oder ein Kind in Gefahr ist.
guidelines-rules-count = { $count ->
    [one] Das ist der Kern. Es gibt insgesamt eine Leitlinie.
   *[other] Das ist der Kern. Es gibt insgesamt { $count }.
}
guidelines-rules-small = Einverstanden sein heißt: Ich gebe mir Mühe. Alle vergessen manchmal etwas, und dann erinnert uns jemand freundlich.
guidelines-read-all = Alle ganz lesen
guidelines-not-now = Jetzt nicht
guidelines-skip = Auslassen
guidelines-go-on = Weiter
guidelines-enough = Das reicht mir erst einmal
guidelines-finish = Fertig
guidelines-likes-body = Alles hier kann bleiben, wie es ist, und du kannst es an jedem Tag ändern.
guidelines-likes-now = Jetzt: { $now }
guidelines-likes-small = Versiegelt aufbewahrt, nur für diese Community.
guidelines-pick-like = Wähle, wenn du magst
guidelines-like-talking = ich rede oder höre zu, wie es kommt
guidelines-like-listening = ich höre zu und lese, erst einmal
guidelines-like-either = Text oder Sprache, beides ist gut
guidelines-like-text = ich schreibe lieber
guidelines-like-voice = ich spreche lieber
guidelines-like-advice-none = bitte zuhören, kein Rat
guidelines-like-advice-ask = frag mich, bevor du Rat gibst
guidelines-like-advice-welcome = Rat ist willkommen
guidelines-may-body = Nichts davon tue ich, wenn du es nicht sagst. Du kannst jedes an jedem Tag zurücknehmen.
guidelines-may-on = **An** · { $what }
guidelines-may-off = **Aus** · { $what }
guidelines-may-prompts = Ich darf einmal am Tag hallo sagen, zu der Uhrzeit, die du unter /checkin wählst
guidelines-may-direct-messages = Ich darf dir Direktnachrichten schreiben, in neutralen Worten
guidelines-may-staff-contact = Notizen des Teams dürfen dich auch als Direktnachricht erreichen, nicht erst bei deinem nächsten /home
guidelines-may-concern-alerts = Das Team darf es erfahren, wenn eine Nachricht von dir bedrückt klingt, nicht nur, wenn sie gefährlich klingt
guidelines-button-prompts = Tägliches Hallo
guidelines-button-direct-messages = Direktnachrichten
guidelines-button-staff-contact = Das Team darf schreiben
guidelines-button-concern-alerts = Bedrückte Momente
guidelines-turn-on = { $what }: einschalten
guidelines-turn-off = { $what }: ausschalten
guidelines-may-always = Eins tue ich immer: Klingt eine Nachricht nach ernster Gefahr, biete ich der Person Hilfe an, die sie geschrieben hat. Hat diese Community einen Kanal für das Team gewählt, sieht das Team dann, wer sie geschrieben hat und wo. Es sind Freiwillige, vielleicht schlafen sie.
guidelines-may-small = /about sagt, was aufbewahrt wird, wie lange, und wer es lesen könnte.
guidelines-right-either-way = Bleiben, sich eine Weile umsehen oder etwas finden, das besser zu dir passt: Jedes davon ist eine gute Wahl.
guidelines-help = Wenn es heute zu viel ist: /helpnow zeigt Menschen, die antworten.
guidelines-done-title = Du bist hier willkommen
guidelines-done-agreed = Das ist alles. Sieh dich um, sag hallo oder sag gar nichts.
guidelines-done-open = Das ist in Ordnung. Du kannst dich umsehen und an einem anderen Tag mit demselben Knopf zustimmen, oder nie.
guidelines-done-help = Alles andere ist unter /home. /helpnow ist so oder so für dich da.
guidelines-agreed-title = Danke
guidelines-agreed-body = Du warst am { $day } mit Version { $version } der Leitlinien einverstanden.
guidelines-agreed-small = Ich behalte, welche Version und wann, damit ich nicht noch einmal fragen muss. Sonst nichts.
guidelines-how-i-like = Wie ich gern hier bin
guidelines-became-given = Die Tür ist offen: Du hast die Rolle, die dazugehört.
guidelines-became-had = Du hast die Rolle, die dazugehört.
guidelines-became-not-yet = Die Rolle, die dazugehört, konnte ich noch nicht geben: In den Einstellungen dieser Community steht etwas im Weg. Das ist nicht deine Schuld. Das Team weiß, was hilft; drück den Knopf später noch einmal.
guidelines-became-later = Discord hat nicht geantwortet, als ich dir die Rolle gab. Nichts ist verloren: Drück den Knopf in einer Minute noch einmal.
guidelines-again-title = Etwas hat sich geändert
guidelines-again-body = Du warst mit einer früheren Version einverstanden. Das ist jetzt anders:
guidelines-since-added = **Neu · { $title }**
    { $reminder }
guidelines-since-changed = **Geändert · { $title }**
    { $reminder }
guidelines-since-removed = **Weg · { $title }**
guidelines-since-more = { $count ->
    [one] Noch eine ist anders.
   *[other] Noch { $count } sind anders.
}
guidelines-again-small = Nichts wird dir genommen, während du nachdenkst, und Hilfe bleibt offen: /helpnow
guidelines-again-waits = Die Rolle wartet, bis du antwortest; nimm dir die Zeit, die du brauchst. Hilfe bleibt offen: /helpnow
guidelines-role-title = Eine Rolle ließ sich nicht vergeben
guidelines-role-agreed = Jemand war mit den Leitlinien einverstanden und hat sie nicht bekommen. Sobald es behoben ist, genügt ein neuer Druck auf den Knopf.
guidelines-role-gone = Die Rolle, die zum Einverständnis gehört, wurde gelöscht. Abhilfe: /setup guidelines, eine andere wählen.
guidelines-role-above = Die Rolle { $role } steht über meiner oder gehört zu einer App, darum lässt Discord mich sie nicht vergeben. Abhilfe: Servereinstellungen → Rollen, zieh meine Rolle darüber; oder wähle mit /setup guidelines eine andere.
guidelines-role-lacking = Mir fehlt die Berechtigung „Rollen verwalten“, darum kann ich { $role } nicht vergeben. Abhilfe: Servereinstellungen → Rollen → meine Rolle → „Rollen verwalten“.
guidelines-moment = Ein leises Wort an alle hier: { $line }
guidelines-some-of = { $what }: { $first } bis { $last }
guidelines-before = Aus den Leitlinien hier: { $line }
