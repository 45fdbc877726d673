use explainer_story::json::Reader;
use explainer_story::{PartId, ProblemKind};

/// What does not fit about a part of a mini-model.
pub(crate) struct Inconsistent {
    /// What does not fit; follows the part's id.
    pub found: &'static str,
    /// What would.
    pub expected: &'static str,
    /// What to do.
    pub help: &'static str,
}

impl Inconsistent {
    /// Returns the problem of the part that `what` and `id` name.
    pub fn of(&self, what: &str, id: &PartId) -> ProblemKind {
        ProblemKind::UnsoundModel {
            found: format!("the {what} \"{id}\" {}", self.found),
            expected: self.expected,
            help: self.help,
        }
    }
}

/// Checks each item of a list that was read, at its path.
pub(crate) fn check_each<T>(
    reader: &mut Reader,
    field: &'static str,
    items: &[T],
    mut check: impl FnMut(&mut Reader, &T),
) {
    reader.in_field(field, |reader| {
        for (index, item) in items.iter().enumerate() {
            reader.in_item(index, |reader| check(reader, item));
        }
    });
}

/// Reports a list that is too long; returns whether it is not. What compares its items with one
/// another should leave a longer one alone: a reader would wait for it.
pub(crate) fn check_length(
    reader: &mut Reader,
    field: &'static str,
    found: usize,
    max: usize,
) -> bool {
    if found > max {
        reader.report_in(field, ProblemKind::LongList { found, max });
    }
    found <= max
}

/// Reports every id in the list `field` that comes twice.
pub(crate) fn check_unique(reader: &mut Reader, field: &'static str, ids: &[&PartId]) {
    for (index, id) in ids.iter().enumerate() {
        let first = ids.iter().position(|other| other == id).unwrap_or(index);
        if first < index {
            let list = reader.path().field(field);
            let problem = ProblemKind::DuplicateId {
                id: id.as_str().into(),
                first: list.index(first).field("id"),
            };
            reader.report_at(list.index(index).field("id"), problem);
        }
    }
}

/// Reports a reference in `field` that leads to none of `known`; returns whether it leads somewhere.
pub(crate) fn check_reference(
    reader: &mut Reader,
    field: &'static str,
    what: &'static str,
    id: &PartId,
    known: &[&PartId],
) -> bool {
    let is_known = known.contains(&id);
    if !is_known {
        let nearest = reader.guess(id.as_str(), &mut known.iter().map(|known| known.as_str()));
        let id = id.as_str().into();
        reader.report_in(field, ProblemKind::DanglingReference { what, id, nearest });
    }
    is_known
}
