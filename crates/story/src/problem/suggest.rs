use crate::limits;

/// Returns the candidate that `word` most likely misspells.
pub(crate) fn nearest(word: &str, candidates: &mut dyn Iterator<Item = &str>) -> Option<String> {
    // One slip in three letters still reads as the same word; a long word may hold three.
    let length = word.chars().count();
    let mut too_far = (length / 3).clamp(1, 3) + 1;
    let mut nearest = None;
    for candidate in candidates {
        // So many letters are missing or too many: no need to compare the rest.
        if candidate.chars().count().abs_diff(length) >= too_far {
            continue;
        }
        let distance = strsim::osa_distance(word, candidate);
        if distance < too_far {
            too_far = distance;
            nearest = Some(String::from(candidate));
        }
    }
    nearest
}

/// Returns what is left of `text` as an id, if anything is.
pub(super) fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug.truncate(limits::MAX_ID);
    (!slug.is_empty()).then_some(slug)
}
