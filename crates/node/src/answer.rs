use explainer_story::{Problem, Problems, Severity};
use serde::Serialize;

/// What a call returns, as JSON.
#[derive(Serialize)]
pub struct Answer {
    #[serde(flatten)]
    made: Made,
    problems: Vec<ProblemForJs>,
    /// How many more problems there are than those listed.
    unlisted: usize,
}

/// What was made of the story; `null` where it has errors.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Made {
    Nothing {},
    Html { html: Option<String> },
    Text { text: Option<String> },
}

/// The fields that the events of the elements have, too.
#[derive(Serialize)]
struct ProblemForJs {
    path: String,
    code: &'static str,
    severity: &'static str,
    message: String,
    expected: String,
    help: String,
}

impl Answer {
    pub fn new(problems: &Problems, made: Made) -> Self {
        Self {
            made,
            problems: problems.list().iter().map(for_js).collect(),
            unlisted: problems.unlisted(),
        }
    }
}

/// Returns an answer, or what was wrong with the call, as JSON.
pub fn to_json(answer: Result<Answer, String>) -> String {
    let json = match answer {
        Ok(answer) => serde_json::to_string(&answer),
        Err(error) => Ok(serde_json::json!({ "error": error }).to_string()),
    };
    json.unwrap_or_else(|error| serde_json::json!({ "error": error.to_string() }).to_string())
}

fn for_js(problem: &Problem) -> ProblemForJs {
    let kind = &problem.kind;
    ProblemForJs {
        path: problem.path.to_string(),
        code: kind.code(),
        severity: match problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: kind.to_string(),
        expected: kind.expected().into_owned(),
        help: kind.help(),
    }
}
