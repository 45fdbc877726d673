use crate::reader::Reader;
use crate::{Fault, PartId};

/// Says what does not fit about a part of a mini-model. A row of a table: in wasm that is smaller
/// than a call for each.
pub(crate) struct Unsound {
    /// What does not fit; follows the part's id.
    pub found: &'static str,
    /// What would.
    pub expected: &'static str,
    /// What to do.
    pub mend: &'static str,
}

impl Unsound {
    /// Returns the fault of the part that `what` and `id` name.
    pub fn of(&self, what: &str, id: &PartId) -> Fault {
        Fault::Unsound {
            found: ["the ", what, " \"", id.as_str(), "\" ", self.found].concat(),
            expected: self.expected,
            mend: self.mend,
        }
    }
}

/// Reports every id in the list `field` that stands there before.
pub(crate) fn unique(reader: &mut Reader, field: &'static str, ids: &[&PartId]) {
    for (place, id) in ids.iter().enumerate() {
        let first = ids.iter().position(|other| other == id).unwrap_or(place);
        if first < place {
            let path_to = |index| {
                let mut path = reader.path().field(field);
                path.enter_index(index);
                path.enter_field("id");
                path
            };
            let (path, first) = (path_to(place), path_to(first));
            let id = id.as_str().into();
            reader.report_at(path, Fault::DuplicateId { id, first });
        }
    }
}

/// Reports a reference in `field` that leads to none of `known`; returns whether it leads somewhere.
pub(crate) fn refer(
    reader: &mut Reader,
    field: &'static str,
    what: &'static str,
    id: &PartId,
    known: &[&PartId],
) -> bool {
    let is_known = known.contains(&id);
    if !is_known {
        let nearest = reader.guess(id.as_str(), known.iter().map(|known| known.as_str()));
        let id = id.as_str().into();
        reader.report_in(field, Fault::Dangling { what, id, nearest });
    }
    is_known
}
