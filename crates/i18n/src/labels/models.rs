use super::{Language, phrases};

phrases! {
    /// The words of the mini-models in one language.
    ModelLabels {
        /// Names the group of a model's controls: `{}` is its title.
        controls,
        /// Sets a model back to its defaults.
        reset,
        /// Copies the address of a model as the reader has set it.
        copy_scenario,
        /// Opens a model's numbers as a table.
        data,
        /// Copies the table as comma-separated values.
        copy_csv,
        /// Said when the table is in the clipboard.
        csv_copied,
        /// Said when the browser refused the clipboard.
        csv_not_copied,
        /// Opens what a model assumes and where that comes from.
        basis,
        /// Saves a model's drawing as SVG.
        save_svg,
        /// Saves a model's drawing as PNG.
        save_png,
        /// Said when a link's value was out of range.
        moved,
        /// Said when part of a link meant nothing.
        ignored,
        /// Status: a source gives it.
        reported,
        /// Status: worked out.
        inferred,
        /// Status: made up to show the mechanism.
        illustrative,
        /// Says that the numbers are the reader's.
        caution,
        /// Names the choice of how years are counted.
        counting,
        /// Counts all years so far.
        cumulative,
        /// Counts each year by itself.
        per_period,
        /// Heads the years.
        year,
        /// Heads the amounts of each year.
        in_year,
        /// Heads the sums.
        so_far,
        /// `{}` are the threshold's name and the year.
        reached,
        /// `{}` are the threshold's name and the last year.
        not_reached,
        /// `{}` is a number of years.
        later,
        /// `{}` is a number of years.
        earlier,
        /// Marks the line of the default settings.
        default,
        /// Says whose turn it is: `{}` is the name.
        decides,
        /// Asks for a choice.
        choose,
        /// Takes the last choice back.
        step_back,
        /// Marks an outcome.
        outcome,
        /// Opens the table of all outcomes.
        outcomes,
        /// Heads the choices that lead to an outcome.
        choices,
        /// Names the choice of a month.
        month,
        /// `{}` are the month and what runs in it.
        in_month,
        /// Says that nothing is listed.
        nothing,
        /// Marks today.
        today,
        /// Heads the dates.
        when,
        /// Heads the names.
        what,
        /// Heads the lanes.
        lane,
        /// `{}` are the first and the last date.
        span,
        /// Names the filter.
        show,
        /// Shows every row.
        all,
        /// State: it is over.
        ended,
        /// State: it was not there before.
        added,
        /// State: it is as it was.
        stays,
        /// State: it is as it was, for now.
        may_change,
        /// `{}` are how many rows are shown and how many there are.
        shown,
        /// Heads the states.
        state,
        /// Names the choice of what is compared.
        against,
        /// `{}` are an amount, how many times, and the other amount.
        times,
        /// Heads the names of those who take part.
        name,
        /// Heads what they take part as.
        role,
        /// Heads the amounts.
        size,
    }
}

impl ModelLabels {
    /// Returns the words for a language tag; English where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        &Language::for_lang(tag).models
    }
}
