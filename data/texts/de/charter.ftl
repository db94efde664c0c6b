# Mit Sorgfalt geschrieben; noch von keiner Fachperson geprüft, deren Muttersprache Deutsch ist.
# /setup guidelines: was Admins lesen, während sie für alle anderen schreiben.
charter-command = Leitlinien ändern, Unterschied ansehen, veröffentlichen; Willkommenskarte, Rolle, Alter
charter-title = Leitlinien
charter-now = Es gilt Version { $version } mit { $count } Leitlinien.
charter-waiting = { $count ->
    [one] Eine Änderung wartet im Entwurf. Mitglieder sehen sie noch nicht.
   *[other] { $count } Änderungen warten im Entwurf. Mitglieder sehen sie noch nicht.
}
charter-nothing-waiting = Es gibt keinen Entwurf. Wähle eine Leitlinie, um sie zu ändern; Mitglieder sehen nichts davon, bis du veröffentlichst.
charter-small = Alle Admins dieser Community teilen sich einen Entwurf.
charter-look = Eine zum Ändern wählen
charter-change = Worte ändern
charter-leave-out = Weglassen
charter-add = Eine hinzufügen
charter-restore = Vorlage in den Entwurf legen
charter-discard = Entwurf verwerfen
charter-back = Zurück
charter-difference = Unterschied zeigen
charter-more-difference = Nächste Seite
charter-difference-title = Was sich ändern würde · { $page } von { $pages }
charter-difference-small = Durchgestrichen: fällt weg. Fett: kommt dazu.
charter-which = Nach einer wichtigen Änderung werden alle beim nächsten Hinsehen noch einmal um ihr Einverständnis gebeten; Hilfe wartet auf nichts. Nach einer kleinen nicht. Wenn du unsicher bist, frag dich, ob sich jemand getäuscht fühlen könnte, wenn niemand fragt.
charter-publish-material = Veröffentlichen, alle neu fragen
charter-publish-small = Als kleine Änderung veröffentlichen
charter-published-title = Jetzt gilt Version { $version }
charter-published-material = Alle werden neu um ihr Einverständnis gebeten, wenn sie das nächste Mal „Ich bin einverstanden“ drücken oder nachsehen. Niemand wird angeschrieben, und Hilfe wartet auf nichts.
charter-published-small = Niemand wird neu gefragt.
charter-differs-added = **Neu · { $title }**
charter-differs-removed = **Weg · { $title }**
charter-differs-changed = **Geändert · { $title }**
charter-part-title = Titel
charter-part-reminder = Kurz
charter-part-text = Ganz
charter-part-nudge = Private Erinnerung
charter-form-title = Eine Leitlinie
charter-field-title = Titel
charter-field-reminder = Kurz
charter-field-text = Ganz
charter-field-nudge = Was eine private Erinnerung daran sagt
charter-hint-reminder = Eine Zeile; sie steht ab und zu auch in Kanälen.
charter-hint-nudge = An einen Menschen, freundlich. Eine Frage ist besser als ein Befehl.
charter-shows-reminder = Kurz: { $words }
charter-shows-nudge = Als private Erinnerung: { $words }
charter-in-the-draft = Das ist der Entwurf. Noch ist nichts veröffentlicht.
charter-choices = Willkommenskarte, Rolle, Alter
charter-choices-title = Willkommenskarte, Rolle, Alter
charter-choices-small = Jede Wahl ist sofort gespeichert. /setup guidelines führt zurück zu den Worten.
charter-panel = Willkommenskarte in einem Kanal posten
charter-panel-now = Die Willkommenskarte wurde zuletzt in { $channel } gepostet. Eine ältere geht weiter.
charter-panel-none = Die Willkommenskarte wurde von hier noch nicht gepostet. Der Assistent postet eine neben der Home-Karte.
charter-role = Rolle wählen, die dadurch vergeben wird
charter-role-now = Wer einverstanden ist, bekommt { $role }.
charter-role-none = Das Einverständnis vergibt keine Rolle.
charter-no-role = Keine Rolle vergeben
charter-age = Alter wählen, nach dem du fragst
charter-age-now = Diese Community ist für Menschen ab { $age } Jahren. Ich frage, ich prüfe nicht, und ich behalte die Antwort nicht.
charter-age-n = ab { $age } Jahren
charter-places = Erinnerungen in Kanälen
charter-places-body = In einem Kanal kann eine kurze Zeile aus euren Leitlinien stehen: wenn er nach einer Stille aufwacht oder wenn dort viel Schweres los ist. Sie nennt niemanden, sagt nichts von dem, was war, und kommt höchstens einmal in 6 Stunden.
charter-places-small = Erinnerungen stehen nur in den Kanälen, die du nennst. Threads und Beiträge folgen ihrem Kanal.
charter-no-channels = keine
charter-kind-sharing = Teilen
charter-kind-venting = Luft machen
charter-kind-social = Geselliges
charter-kind-staff = Team
charter-place = Einen Kanal wählen
charter-place-body = Wähle einen Kanal für „{ $kind }“. Einen zu wählen, der schon dabei ist, nimmt ihn heraus.
charter-nowhere = Nirgends Erinnerungen
charter-leave = Nach wichtigen Änderungen: die Rolle …
charter-leave-0 = bleibt, ob jemand antwortet oder nicht
charter-leave-n = geht nach { $days } Tagen ohne Antwort
charter-leave-now = Nach einer wichtigen Änderung verliert die Rolle, wer nicht innerhalb von { $days } Tagen neu einverstanden ist, immer nur wenige auf einmal. Sie kommt zurück mit „Ich bin einverstanden“. Ohne die Berechtigung für Mitglieder (HEARTH_MEMBERS) geht sie erst beim nächsten Druck auf „Ich bin einverstanden“.
charter-leave-never = Nach einer wichtigen Änderung bleibt die Rolle, ob jemand antwortet oder nicht.
charter-times = Erinnerungen nach Plan
charter-times-body = Eine kurze Zeile aus euren Leitlinien, zu den Zeiten, die du wählst. Sie passt zur Art des Kanals, ist jedes Mal eine andere und bleibt weg, wo vor weniger als 6 Stunden eine Erinnerung stand.
charter-times-no-places = Ich muss wissen, von welcher Art ein Kanal ist. Nenn zuerst einen: /setup guidelines, dann „Willkommenskarte, Rolle, Alter“, dann „Erinnerungen in Kanälen“.
charter-times-new = Plan hinzufügen
charter-times-open = { $number } öffnen
charter-times-title = Erinnerung { $number } · { $state }
charter-times-small = Jede Wahl ist sofort gespeichert. /setup guidelines führt hierher zurück.
charter-times-draft = nicht gestartet
charter-times-on = läuft
charter-times-paused = ruht
charter-times-where = Wo: { $channel }
charter-times-nowhere = noch kein Kanal gewählt
charter-times-when = Wann: { $at } ({ $zone })
charter-times-days = Tage: { $days }
charter-times-daily = jeden Tag
charter-times-next = Als Nächstes:
charter-times-next-if = Wenn sie liefe, käme sie:
charter-times-not-named = ▲ { $channel } gehört nicht mehr zu den Kanälen eurer Erinnerungen, darum steht dort nichts. Abhilfe: „Erinnerungen in Kanälen“.
charter-times-pick-where = Kanal wählen
charter-times-pick-days = Wochentage wählen
charter-times-pick-zone = Zone wählen
charter-times-at = Uhrzeit und Zone
charter-times-hour = Um wie viel Uhr?
charter-times-hour-hint = 09:00, 19:30, 19h30
charter-times-zone = Nach wessen Uhr?
charter-times-zone-hint = Europe/Berlin, oder eine Stadt
charter-times-which-zone = Welche davon?
charter-times-saved = Die Uhrzeit ist gespeichert. Diese Zonen kommen dem nah, was du getippt hast.
charter-times-start = Starten
charter-times-pause = Ruhen lassen
charter-times-remove = Entfernen
charter-doctor-panel = Die Willkommenskarte steht in { $channel }.
charter-doctor-panel-gone = Den Kanal der Willkommenskarte gibt es nicht mehr, und die Karte auch nicht. Abhilfe: /setup guidelines, „Willkommenskarte, Rolle, Alter“.
charter-doctor-panel-shut = Ich kann in { $channel } nicht posten, wo die Willkommenskarte steht. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle: „Kanal ansehen“ und „Nachrichten senden“.
charter-doctor-role = Ich kann { $role }, die Rolle zum Einverständnis, geben und nehmen.
charter-doctor-places-gone = { $count ->
    [one] Einen Kanal, der für Erinnerungen genannt war, gibt es nicht mehr.
   *[other] { $count } Kanäle, die für Erinnerungen genannt waren, gibt es nicht mehr.
} Abhilfe: /setup guidelines, „Erinnerungen in Kanälen“.
charter-doctor-places-shut = Hier kann ich keine Erinnerungen posten: { $channels }. Abhilfe: Kanal bearbeiten → Berechtigungen → meine Rolle: „Kanal ansehen“ und „Nachrichten senden“.
charter-feature-on = **Leitlinien**: Die Willkommenskarte ist in { $channel }. /setup guidelines
charter-feature-off = **Leitlinien**: Es ist keine Willkommenskarte gepostet; /guidelines gibt es für alle. /setup guidelines postet eine.
charter-feature-reminders = { $count ->
    [0] **Erinnerungen** an die Leitlinien sind aus. /setup guidelines schaltet sie ein.
    [one] **Erinnerungen** an die Leitlinien dürfen in einem Kanal stehen.
   *[other] **Erinnerungen** an die Leitlinien dürfen in { $count } Kanälen stehen.
}
