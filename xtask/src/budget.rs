//! Checks how many bytes a reader downloads.

use std::fmt;
use std::fs;

use anyhow::{Context, Result};

use crate::build::widget;
use crate::weight::brotli;

/// A limit on the sum of some files, in bytes after brotli at level 11.
struct Budget {
    name: &'static str,
    files: &'static [&'static str],
    most: usize,
}

const BUDGETS: [Budget; 8] = [
    Budget {
        name: "wasm",
        files: &["explainer_article_bg.wasm"],
        most: 76_000,
    },
    Budget {
        name: "shim",
        files: &["explainer-article.js"],
        most: 3_000,
    },
    Budget {
        name: "glue and shim",
        files: &["explainer_article.js", "explainer-article.js"],
        most: 9_000,
    },
    Budget {
        name: "style",
        files: &["explainer.css"],
        most: 4_000,
    },
    Budget {
        name: "wasm with mini-models",
        files: &["explainer_models_bg.wasm"],
        most: 116_000,
    },
    Budget {
        name: "shim of mini-models",
        files: &["explainer-model.js"],
        most: 3_500,
    },
    Budget {
        name: "style of mini-models",
        files: &["explainer-models.css"],
        most: 3_000,
    },
    Budget {
        name: "pictures",
        files: &["explainer-picture.js"],
        most: 5_500,
    },
];

/// What the widget weighs against its budgets.
pub struct Report(Vec<(&'static Budget, usize)>);

impl Report {
    /// Returns whether every budget is kept.
    pub fn is_kept(&self) -> bool {
        self.0.iter().all(|(budget, size)| *size <= budget.most)
    }

    /// Returns how many budgets are kept, and how many are not.
    pub fn counts(&self) -> (usize, usize) {
        let kept = |(budget, size): &&(&Budget, usize)| *size <= budget.most;
        let kept = self.0.iter().filter(kept).count();
        (kept, self.0.len() - kept)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (budget, size) in &self.0 {
            let verdict = if *size <= budget.most { "kept" } else { "OVER" };
            let Budget { name, most, .. } = budget;
            writeln!(f, "{verdict}  {name}: {size} of {most} bytes (brotli 11)")?;
        }
        Ok(())
    }
}

/// Weighs the files of the last build.
///
/// # Errors
/// Where there is no build.
pub fn check() -> Result<Report> {
    let weigh = |budget: &'static Budget| {
        let sizes = budget.files.iter().map(|file| size_of(file));
        Ok((budget, sizes.sum::<Result<usize>>()?))
    };
    BUDGETS.iter().map(weigh).collect::<Result<_>>().map(Report)
}

fn size_of(file: &str) -> Result<usize> {
    let bytes = fs::read(widget().join(file)).with_context(|| format!("no {file}: build first"))?;
    Ok(brotli(&bytes)?.len())
}

#[cfg(test)]
mod tests {
    use super::{BUDGETS, Report};

    #[test]
    fn one_byte_too_many_breaks_the_budget() {
        let [first, ..] = &BUDGETS;
        assert!(Report(vec![(first, first.most)]).is_kept());
        assert!(!Report(vec![(first, first.most + 1)]).is_kept());
    }
}
