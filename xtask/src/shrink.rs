//! Makes the wasm smaller than compilers can: leaves out what never runs, and puts functions beside
//! others like them.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use rustc_demangle::demangle;
use wasm_encoder::{NameMap, NameSection, RawSection, SectionId};
use wasmparser::{BinaryReader, KnownCustom, Name, Parser, Payload};

/// Functions that are in the wasm because the compiler cannot know that they never run, by what
/// stands in their names. Each becomes a trap, and what only they call goes with them: 5 KB after
/// brotli.
///
/// The widget gives Yew elements and texts in one component per root: no component inside another,
/// no listener, no key, no portal, no suspense, no raw markup. A trap would cost a page its tools, not
/// its text, and the tests run on the very files that are shipped.
pub const NEVER_RUN: [&str; 18] = [
    "<yew::virtual_dom::vcomp::VComp as yew::dom_bundle::traits::Reconcilable>",
    "<yew::virtual_dom::vportal::VPortal as yew::dom_bundle::traits::Reconcilable>",
    "<yew::virtual_dom::vraw::VRaw as yew::dom_bundle::traits::Reconcilable>",
    "<yew::virtual_dom::vsuspense::VSuspense as yew::dom_bundle::traits::Reconcilable>",
    "<yew::dom_bundle::braw::BRaw>::",
    "<yew::suspense::suspension::Suspension as core::clone::Clone>",
    "<yew::html::component::scope::Scope<yew::suspense::component::feat_csr_ssr::BaseSuspense>>::send_message",
    "<yew::html::component::lifecycle::UpdateRunner as",
    "<yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "<yew::dom_bundle::btag::listeners::Registry>::unregister",
    "<yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "<yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "<yew::dom_bundle::subtree_root::SubtreeData>::bubble_to_inner_element",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::c",
    "<yew::dom_bundle::blist::KeyedEntry as",
    "<hashbrown::raw::RawTable<(yew::dom_bundle::blist::KeyedEntry, ())>>::",
    "<indexmap::map::IndexMap<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty>>::",
    "<indexmap::map::iter::Iter<implicit_clone::unsync::string::IString, yew::virtual_dom::AttributeOrProperty> as",
];

/// The body of a function that traps: no locals, `unreachable`, `end`.
const TRAP: [u8; 3] = [0x00, 0x00, 0x0b];
/// How many bytes make a pattern that two functions may share.
const PATTERN: usize = 4;
/// Counts against short functions, which share little by chance.
const SHORT: f64 = 40.0;

/// A module's parts, as far as they matter here.
struct Parts<'a> {
    sections: Vec<(u8, &'a [u8])>,
    bodies: Vec<&'a [u8]>,
    // How many functions come before the module's own.
    imported: u32,
    names: Vec<(u32, String)>,
}

/// Returns the module with a trap in place of each function of `names`.
///
/// # Errors
/// Where it has no function of one of the names: then what calls it may have another name, too.
pub fn leave_out(module: &[u8], names: &[&str]) -> Result<Vec<u8>> {
    let parts = Parts::of(module)?;
    let mut bodies = parts.bodies.clone();
    for name in names {
        let mut is_there = false;
        for (index, own) in &parts.names {
            let place = index
                .checked_sub(parts.imported)
                .map(|place| place as usize);
            let body = place.and_then(|place| bodies.get_mut(place));
            if let Some(body) = body
                && own.contains(name)
            {
                *body = &TRAP;
                is_there = true;
            }
        }
        if !is_there {
            bail!("the wasm has no function {name}: see what Yew calls it now");
        }
    }
    Ok(parts.with(&bodies, None))
}

/// Returns the module with names of its functions such that they stand beside others like them once
/// they are sorted by name: compressors then find what they share nearer by.
///
/// # Errors
/// Where it is no module.
pub fn name_by_likeness(module: &[u8]) -> Result<Vec<u8>> {
    let parts = Parts::of(module)?;
    let mut places = vec![0; parts.bodies.len()];
    for (place, body) in by_likeness(&parts.bodies).into_iter().enumerate() {
        if let Some(slot) = places.get_mut(body) {
            *slot = place;
        }
    }
    let mut names = NameMap::new();
    for (index, place) in (parts.imported..).zip(places) {
        names.append(index, &format!("{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    Ok(parts.with(&parts.bodies, Some(&section)))
}

/// Returns the places of `bodies` in an order in which each is like the one before it: the longest
/// first, then always the one that shares the most with the last.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let patterns: Vec<Vec<&[u8]>> = bodies.iter().map(|body| patterns_of(body)).collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (place, own) in patterns.iter().enumerate() {
        for pattern in own {
            having.entry(pattern).or_default().push(place);
        }
    }
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|place| std::cmp::Reverse(bodies.get(*place).map_or(0, |body| body.len())));
    let mut order = Vec::with_capacity(left.len());
    let mut next = (!left.is_empty()).then_some(0);
    while let Some(found) = next {
        let last = left.remove(found);
        order.push(last);
        let mut shared = vec![0_u32; bodies.len()];
        let of_last = patterns.get(last).into_iter().flatten();
        for place in of_last.filter_map(|pattern| having.get(pattern)).flatten() {
            if let Some(count) = shared.get_mut(*place) {
                *count += 1;
            }
        }
        let likeness = |place: usize| {
            let count = shared.get(place).copied().unwrap_or_default();
            let all = patterns.get(place).map_or(0, Vec::len);
            f64::from(count) / (all as f64 + SHORT)
        };
        let places = left.iter().map(|place| likeness(*place)).enumerate();
        next = places
            .max_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(place, _)| place);
    }
    order
}

fn patterns_of(body: &[u8]) -> Vec<&[u8]> {
    let mut patterns: Vec<&[u8]> = body.windows(PATTERN).collect();
    patterns.sort_unstable();
    patterns.dedup();
    patterns
}

impl<'a> Parts<'a> {
    fn of(module: &'a [u8]) -> Result<Self> {
        let mut parts = Self {
            sections: Vec::new(),
            bodies: Vec::new(),
            imported: 0,
            names: Vec::new(),
        };
        let bytes = |range: Range<u64>| {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            module.get(range).context("a section that is cut short")
        };
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section() {
                parts.sections.push((id, bytes(range)?));
            }
            match payload {
                Payload::ImportSection(imports) => parts.imported = functions_in(imports)?,
                Payload::CodeSectionEntry(body) => parts.bodies.push(bytes(body.range())?),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(names) = name? {
                                for name in names {
                                    let name = name?;
                                    // Without the hashes that tell versions of a crate apart.
                                    let plain = format!("{:#}", demangle(name.name));
                                    parts.names.push((name.index, plain));
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    /// Returns the module with other bodies and, where they are given, other names.
    fn with(&self, bodies: &[&[u8]], names: Option<&NameSection>) -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        for (id, data) in &self.sections {
            if *id == SectionId::Code as u8 {
                let mut code = wasm_encoder::CodeSection::new();
                for body in bodies {
                    code.raw(body);
                }
                module.section(&code);
            } else if names.is_none() || !is_name_section(*id, data) {
                module.section(&RawSection { id: *id, data });
            }
        }
        if let Some(names) = names {
            module.section(names);
        }
        module.finish()
    }
}

fn is_name_section(id: u8, data: &[u8]) -> bool {
    let name = BinaryReader::new(data, 0).read_string();
    id == SectionId::Custom as u8 && name.is_ok_and(|name| name == "name")
}

fn functions_in(imports: wasmparser::ImportSectionReader<'_>) -> Result<u32> {
    let mut count = 0;
    for import in imports.into_imports() {
        let is_function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
        count += u32::from(is_function);
    }
    Ok(count)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use wasm_encoder::{CodeSection, Function, FunctionSection, Module, TypeSection};

    use super::{NameMap, NameSection, Parts, TRAP, by_likeness, leave_out, name_by_likeness};

    /// Makes a module whose functions do nothing, that often.
    fn module(functions: &[(&str, usize)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut list, mut code, mut names) =
            (FunctionSection::new(), CodeSection::new(), NameMap::new());
        for (index, (name, length)) in (0..).zip(functions) {
            list.function(0);
            let mut body = Function::new([]);
            for _ in 0..*length {
                body.instructions().nop();
            }
            body.instructions().end();
            code.function(&body);
            names.append(index, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&list)
            .section(&code)
            .section(&section);
        module.finish()
    }

    #[test]
    fn a_function_that_is_left_out_traps_and_others_stay() {
        let module = module(&[("_RNvMs_CsgV_3yewNtB4_1A3run", 3), ("b", 5)]);
        let smaller = leave_out(&module, &["<yew::A>::"]).unwrap();
        let parts = Parts::of(&smaller).unwrap();
        assert_eq!(parts.bodies.first().unwrap(), &TRAP);
        assert_eq!(parts.bodies.get(1).unwrap().len(), 7);
        assert_eq!(parts.names.len(), 2);
    }

    #[test]
    fn a_function_that_is_not_there_is_an_error() {
        let error = leave_out(&module(&[("a", 1)]), &["b"]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the wasm has no function b: see what Yew calls it now"
        );
    }

    #[test]
    fn functions_stand_beside_those_like_them() {
        let bodies: [&[u8]; 5] = [
            b"abcdefgh",
            b"12345678",
            b"abcdefgx",
            b"1234567y",
            b"abcdefghi",
        ];
        assert_eq!(by_likeness(&bodies), [4, 0, 2, 3, 1]);
        assert!(by_likeness(&[]).is_empty());
    }

    #[test]
    fn names_give_the_order() {
        let named =
            name_by_likeness(&module(&[("short", 1), ("longest", 9), ("long", 8)])).unwrap();
        let parts = Parts::of(&named).unwrap();
        let names: Vec<&str> = parts.names.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["000002", "000000", "000001"]);
    }
}
