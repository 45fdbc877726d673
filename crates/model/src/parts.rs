use crate::read::Reader;
use crate::{Fault, JsonPath, PartId};

/// Reports every id in the list `field` that stands there before.
pub(crate) fn unique<'a>(
    reader: &mut Reader,
    field: &'static str,
    ids: impl Iterator<Item = &'a PartId>,
) {
    let ids: Vec<&PartId> = ids.collect();
    for (place, id) in ids.iter().enumerate() {
        let first = ids.iter().position(|other| other == id).unwrap_or(place);
        if first < place {
            let at = |place: usize| reader.path().field(field).index(place).field("id");
            let (path, first) = (at(place), at(first));
            let id = id.as_str().into();
            reader.report_at(path, Fault::DuplicateId { id, first });
        }
    }
}

/// Reports a reference at `path` that leads to none of `known`; returns whether it leads somewhere.
pub(crate) fn refer(
    reader: &mut Reader,
    path: JsonPath,
    what: &'static str,
    id: &PartId,
    known: &[&PartId],
) -> bool {
    let is_known = known.contains(&id);
    if !is_known {
        let nearest = reader.guess(id.as_str(), known.iter().map(|known| known.as_str()));
        let id = id.as_str().into();
        reader.report_at(path, Fault::Dangling { what, id, nearest });
    }
    is_known
}
