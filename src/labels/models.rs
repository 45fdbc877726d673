use super::Labels;

/// The words of the mini-models in one language. In a phrase, each `{}` stands for a part that
/// changes.
pub struct ModelLabels {
    /// Primary language subtag, as in `en`.
    pub lang: &'static str,
    /// Names the group of a model's controls: `{}` is its title.
    pub controls: &'static str,
    /// Sets a model back to its defaults.
    pub reset: &'static str,
    /// Copies the address of a model as the reader has set it.
    pub copy_scenario: &'static str,
    /// Opens a model's numbers as a table.
    pub data: &'static str,
    /// Copies the table as comma-separated values.
    pub copy_csv: &'static str,
    /// Said when the table is in the clipboard.
    pub csv_copied: &'static str,
    /// Said when the browser refused the clipboard.
    pub csv_not_copied: &'static str,
    /// Opens what a model assumes and where that comes from.
    pub basis: &'static str,
    /// Saves a model's drawing as SVG.
    pub save_svg: &'static str,
    /// Saves a model's drawing as PNG.
    pub save_png: &'static str,
    /// Said when a link's value was out of range.
    pub moved: &'static str,
    /// Said when part of a link meant nothing.
    pub ignored: &'static str,
    /// Status: a source gives it.
    pub reported: &'static str,
    /// Status: worked out.
    pub inferred: &'static str,
    /// Status: made up to show the mechanism.
    pub illustrative: &'static str,
    /// Says that the numbers are the reader's.
    pub caution: &'static str,
    /// Names the choice of how years are counted.
    pub counting: &'static str,
    /// Counts all years so far.
    pub cumulative: &'static str,
    /// Counts each year by itself.
    pub per_period: &'static str,
    /// Heads the years.
    pub year: &'static str,
    /// Heads the amounts of each year.
    pub in_year: &'static str,
    /// Heads the sums.
    pub so_far: &'static str,
    /// `{}` are the threshold's name and the year.
    pub reached: &'static str,
    /// `{}` are the threshold's name and the last year.
    pub not_reached: &'static str,
    /// `{}` is a number of years.
    pub later: &'static str,
    /// `{}` is a number of years.
    pub earlier: &'static str,
    /// Marks the line of the default settings.
    pub default: &'static str,
    /// Says whose turn it is: `{}` is the name.
    pub decides: &'static str,
    /// Asks for a choice.
    pub choose: &'static str,
    /// Takes the last choice back.
    pub step_back: &'static str,
    /// Marks an outcome.
    pub outcome: &'static str,
    /// Opens the table of all outcomes.
    pub outcomes: &'static str,
    /// Heads the choices that lead to an outcome.
    pub choices: &'static str,
    /// Names the choice of a month.
    pub month: &'static str,
    /// `{}` are the month and what runs in it.
    pub in_month: &'static str,
    /// Says that nothing is listed.
    pub nothing: &'static str,
    /// Marks today.
    pub today: &'static str,
    /// Heads the dates.
    pub when: &'static str,
    /// Heads the names.
    pub what: &'static str,
    /// Heads the lanes.
    pub lane: &'static str,
    /// `{}` are the first and the last date.
    pub span: &'static str,
    /// Names the filter.
    pub show: &'static str,
    /// Shows every row.
    pub all: &'static str,
    /// State: it is over.
    pub ended: &'static str,
    /// State: it was not there before.
    pub new: &'static str,
    /// State: it is as it was.
    pub stays: &'static str,
    /// State: it is as it was, for now.
    pub may_change: &'static str,
    /// `{}` are how many rows are shown and how many there are.
    pub shown: &'static str,
    /// Heads the states.
    pub state: &'static str,
    /// Names the choice of what is compared.
    pub against: &'static str,
    /// `{}` are an amount, how many times, and the other amount.
    pub times: &'static str,
    /// Heads the names of those who take part.
    pub name: &'static str,
    /// Heads what they take part as.
    pub role: &'static str,
    /// Heads the amounts.
    pub size: &'static str,
}

impl ModelLabels {
    /// Returns the words for a language tag; English where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        let lang = Labels::for_lang(tag).lang;
        ALL.iter()
            .find(|labels| labels.lang == lang)
            .unwrap_or(&ENGLISH)
    }
}

/// Returns `phrase` with `parts`, in order, where its `{}` stand.
pub fn fill_all(phrase: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut pieces = phrase.split("{}");
    let mut text = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        text.push_str(parts.next().copied().unwrap_or_default());
        text.push_str(piece);
    }
    text
}

static ALL: [ModelLabels; 5] = [ENGLISH, GERMAN, FRENCH, SPANISH, ARABIC];

const ENGLISH: ModelLabels = ModelLabels {
    lang: "en",
    controls: "Settings of {}",
    reset: "Reset",
    copy_scenario: "Copy link to this scenario",
    data: "Data as a table",
    copy_csv: "Copy table as CSV",
    csv_copied: "Table copied",
    csv_not_copied: "The table could not be copied",
    basis: "Assumptions and sources",
    save_svg: "Save as SVG",
    save_png: "Save as PNG",
    moved: "A value in the link was not possible here and was set to the nearest that is",
    ignored: "Part of the link was not understood and was left out",
    reported: "reported",
    inferred: "inferred",
    illustrative: "illustrative, not reported",
    caution: "These numbers are your assumptions, not a forecast.",
    counting: "Count",
    cumulative: "all years added up",
    per_period: "each year by itself",
    year: "Year",
    in_year: "In that year",
    so_far: "Added up",
    reached: "With these assumptions {} is reached in {}",
    not_reached: "With these assumptions {} is not reached by {}",
    later: "{} later than by default",
    earlier: "{} earlier than by default",
    default: "default",
    decides: "{} decides:",
    choose: "What now?",
    step_back: "One step back",
    outcome: "Outcome",
    outcomes: "All outcomes",
    choices: "Choices",
    month: "Month",
    in_month: "{}: {}",
    nothing: "nothing listed",
    today: "today",
    when: "When",
    what: "What",
    lane: "Where it belongs",
    span: "{} to {}",
    show: "Show",
    all: "all",
    ended: "ended",
    new: "new",
    stays: "stays",
    may_change: "stays, may change",
    shown: "{} of {} shown",
    state: "What became of it",
    against: "Compare with",
    times: "{}: {} times {}",
    name: "Name",
    role: "Takes part as",
    size: "Size",
};

const GERMAN: ModelLabels = ModelLabels {
    lang: "de",
    controls: "Einstellungen zu {}",
    reset: "Zurücksetzen",
    copy_scenario: "Link zu diesem Szenario kopieren",
    data: "Daten als Tabelle",
    copy_csv: "Tabelle als CSV kopieren",
    csv_copied: "Tabelle kopiert",
    csv_not_copied: "Die Tabelle konnte nicht kopiert werden",
    basis: "Annahmen und Quellen",
    save_svg: "Als SVG speichern",
    save_png: "Als PNG speichern",
    moved: "Ein Wert im Link war hier nicht möglich; der nächste mögliche ist eingestellt",
    ignored: "Ein Teil des Links war nicht verständlich und wurde ausgelassen",
    reported: "berichtet",
    inferred: "erschlossen",
    illustrative: "zur Veranschaulichung, nicht berichtet",
    caution: "Diese Zahlen sind Ihre Annahmen, keine Prognose.",
    counting: "Zählweise",
    cumulative: "alle Jahre zusammen",
    per_period: "jedes Jahr für sich",
    year: "Jahr",
    in_year: "In dem Jahr",
    so_far: "Zusammen",
    reached: "Mit diesen Annahmen ist {} im Jahr {} erreicht",
    not_reached: "Mit diesen Annahmen ist {} bis {} nicht erreicht",
    later: "{} später als in der Voreinstellung",
    earlier: "{} früher als in der Voreinstellung",
    default: "Voreinstellung",
    decides: "{} entscheidet:",
    choose: "Wie weiter?",
    step_back: "Einen Schritt zurück",
    outcome: "Ausgang",
    outcomes: "Alle Ausgänge",
    choices: "Entscheidungen",
    month: "Monat",
    in_month: "{}: {}",
    nothing: "nichts verzeichnet",
    today: "heute",
    when: "Wann",
    what: "Was",
    lane: "Gehört zu",
    span: "{} bis {}",
    show: "Zeigen",
    all: "alle",
    ended: "beendet",
    new: "neu",
    stays: "bleibt",
    may_change: "bleibt, könnte sich ändern",
    shown: "{} von {} gezeigt",
    state: "Was daraus wurde",
    against: "Vergleichen mit",
    times: "{}: {}-mal {}",
    name: "Name",
    role: "Beteiligt als",
    size: "Größe",
};

const FRENCH: ModelLabels = ModelLabels {
    lang: "fr",
    controls: "Réglages de {}",
    reset: "Réinitialiser",
    copy_scenario: "Copier le lien vers ce scénario",
    data: "Données en tableau",
    copy_csv: "Copier le tableau en CSV",
    csv_copied: "Tableau copié",
    csv_not_copied: "Le tableau n’a pas pu être copié",
    basis: "Hypothèses et sources",
    save_svg: "Enregistrer en SVG",
    save_png: "Enregistrer en PNG",
    moved: "Une valeur du lien n’était pas possible ici\u{a0}; la plus proche a été choisie",
    ignored: "Une partie du lien n’a pas été comprise et a été laissée de côté",
    reported: "rapporté",
    inferred: "déduit",
    illustrative: "pour l’exemple, non rapporté",
    caution: "Ces chiffres sont vos hypothèses, pas une prévision.",
    counting: "Compter",
    cumulative: "toutes les années additionnées",
    per_period: "chaque année séparément",
    year: "Année",
    in_year: "Cette année-là",
    so_far: "Total cumulé",
    reached: "Avec ces hypothèses, {}\u{a0}: seuil atteint en {}",
    not_reached: "Avec ces hypothèses, {}\u{a0}: seuil non atteint d’ici {}",
    later: "{} plus tard que par défaut",
    earlier: "{} plus tôt que par défaut",
    default: "par défaut",
    decides: "{} décide\u{a0}:",
    choose: "Et maintenant\u{a0}?",
    step_back: "Un pas en arrière",
    outcome: "Issue",
    outcomes: "Toutes les issues",
    choices: "Choix",
    month: "Mois",
    in_month: "{}\u{a0}: {}",
    nothing: "rien à signaler",
    today: "aujourd’hui",
    when: "Quand",
    what: "Quoi",
    lane: "Relève de",
    span: "{} à {}",
    show: "Afficher",
    all: "tout",
    ended: "terminé",
    new: "nouveau",
    stays: "demeure",
    may_change: "demeure, peut changer",
    shown: "{} sur {} affichés",
    state: "Ce qu’il en est",
    against: "Comparer avec",
    times: "{}\u{a0}: {} fois {}",
    name: "Nom",
    role: "Participe comme",
    size: "Taille",
};

const SPANISH: ModelLabels = ModelLabels {
    lang: "es",
    controls: "Ajustes de {}",
    reset: "Restablecer",
    copy_scenario: "Copiar enlace a este escenario",
    data: "Datos en tabla",
    copy_csv: "Copiar la tabla como CSV",
    csv_copied: "Tabla copiada",
    csv_not_copied: "No se pudo copiar la tabla",
    basis: "Supuestos y fuentes",
    save_svg: "Guardar como SVG",
    save_png: "Guardar como PNG",
    moved: "Un valor del enlace no era posible aquí; se ha puesto el más cercano",
    ignored: "No se entendió una parte del enlace y se ha omitido",
    reported: "publicado",
    inferred: "deducido",
    illustrative: "ilustrativo, no publicado",
    caution: "Estas cifras son sus supuestos, no un pronóstico.",
    counting: "Contar",
    cumulative: "todos los años sumados",
    per_period: "cada año por separado",
    year: "Año",
    in_year: "En ese año",
    so_far: "Acumulado",
    reached: "Con estos supuestos se alcanza {} en {}",
    not_reached: "Con estos supuestos no se alcanza {} antes de {}",
    later: "{} más tarde que por defecto",
    earlier: "{} antes que por defecto",
    default: "por defecto",
    decides: "{} decide:",
    choose: "¿Y ahora?",
    step_back: "Un paso atrás",
    outcome: "Resultado",
    outcomes: "Todos los resultados",
    choices: "Decisiones",
    month: "Mes",
    in_month: "{}: {}",
    nothing: "nada que señalar",
    today: "hoy",
    when: "Cuándo",
    what: "Qué",
    lane: "Pertenece a",
    span: "{} a {}",
    show: "Mostrar",
    all: "todo",
    ended: "terminado",
    new: "nuevo",
    stays: "sigue",
    may_change: "sigue, puede cambiar",
    shown: "{} de {} mostrados",
    state: "Qué ha pasado",
    against: "Comparar con",
    times: "{}: {} veces {}",
    name: "Nombre",
    role: "Participa como",
    size: "Tamaño",
};

const ARABIC: ModelLabels = ModelLabels {
    lang: "ar",
    controls: "إعدادات {}",
    reset: "إعادة الضبط",
    copy_scenario: "نسخ رابط هذا السيناريو",
    data: "البيانات في جدول",
    copy_csv: "نسخ الجدول بصيغة CSV",
    csv_copied: "نُسخ الجدول",
    csv_not_copied: "تعذّر نسخ الجدول",
    basis: "الافتراضات والمصادر",
    save_svg: "حفظ بصيغة SVG",
    save_png: "حفظ بصيغة PNG",
    moved: "قيمة في الرابط غير ممكنة هنا، وقد ضُبطت على أقرب قيمة ممكنة",
    ignored: "لم يُفهم جزء من الرابط فتُرك",
    reported: "مُعلن",
    inferred: "مستنتج",
    illustrative: "للتوضيح، غير مُعلن",
    caution: "هذه الأرقام افتراضاتك، وليست توقعًا.",
    counting: "طريقة العد",
    cumulative: "كل السنوات مجتمعة",
    per_period: "كل سنة على حدة",
    year: "السنة",
    in_year: "في تلك السنة",
    so_far: "المجموع",
    reached: "بهذه الافتراضات يُبلغ {} في عام {}",
    not_reached: "بهذه الافتراضات لا يُبلغ {} حتى عام {}",
    later: "بعد الافتراضي بمقدار {}",
    earlier: "قبل الافتراضي بمقدار {}",
    default: "الافتراضي",
    decides: "القرار بيد {}:",
    choose: "ماذا الآن؟",
    step_back: "خطوة إلى الوراء",
    outcome: "النتيجة",
    outcomes: "كل النتائج",
    choices: "الخيارات",
    month: "الشهر",
    in_month: "{}: {}",
    nothing: "لا شيء مدرج",
    today: "اليوم",
    when: "متى",
    what: "ماذا",
    lane: "ينتمي إلى",
    span: "{} إلى {}",
    show: "عرض",
    all: "الكل",
    ended: "انتهى",
    new: "جديد",
    stays: "باقٍ",
    may_change: "باقٍ، وقد يتغير",
    shown: "يُعرض {} من {}",
    state: "ما آل إليه",
    against: "المقارنة مع",
    times: "{}: {} أضعاف {}",
    name: "الاسم",
    role: "يشارك بصفة",
    size: "الحجم",
};

#[cfg(test)]
mod tests {
    use super::{ModelLabels, fill_all};

    #[test]
    fn a_part_with_braces_is_not_filled_again() {
        assert_eq!(fill_all("{} and {}", &["{}", "b"]), "{} and b");
        assert_eq!(fill_all("{} and {}", &["a"]), "a and ");
    }

    #[test]
    fn an_unknown_language_reads_english() {
        assert_eq!(ModelLabels::for_lang("ja").lang, "en");
        assert_eq!(ModelLabels::for_lang("DE-at").lang, "de");
    }
}
