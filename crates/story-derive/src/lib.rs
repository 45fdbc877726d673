//! Derives `explainer_story::json::FromObject`: the fields of a struct are the fields of a JSON object.

use proc_macro::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Error, Fields, LitStr, Result, parse_macro_input};

/// Derives `FromObject` for a struct with named fields, each of which implements `FromField`.
/// `#[json(expected = "a choice")]` is what a problem says where the object is missing.
#[proc_macro_derive(FromObject, attributes(json))]
pub fn derive_from_object(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    match implement(&input) {
        Ok(implementation) => implementation,
        Err(error) => error.into_compile_error().into(),
    }
}

fn implement(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    let expected = expected(input)?;
    let Data::Struct(data) = &input.data else {
        return Err(Error::new(
            name.span(),
            "only a struct is read from an object",
        ));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new(name.span(), "the fields must have names"));
    };
    let fields: Vec<_> = fields
        .named
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let names = fields.iter().map(|field| camel_case(&field.to_string()));
    let values = fields.iter().map(|field| {
        let name = camel_case(&field.to_string());
        quote!(::explainer_story::json::FromField::from_field(object, #name, reader))
    });
    Ok(quote! {
        impl ::explainer_story::json::FromObject for #name {
            const EXPECTED: &'static str = #expected;
            const FIELDS: &'static [&'static str] = &[#(#names),*];

            fn from_object(
                object: &::explainer_story::JsonObject,
                reader: &mut ::explainer_story::json::Reader,
            ) -> Option<Self> {
                match (#(#values,)*) {
                    (#(Some(#fields),)*) => Some(Self { #(#fields),* }),
                    _ => None,
                }
            }
        }
    }
    .into())
}

/// Returns how JSON spells a field: `time_zone` is `timeZone` there.
fn camel_case(field: &str) -> String {
    let mut words = field.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// Returns the text of `#[json(expected = "…")]`.
fn expected(input: &DeriveInput) -> Result<LitStr> {
    let mut expected = None;
    for attribute in input.attrs.iter().filter(|it| it.path().is_ident("json")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("expected") {
                expected = Some(meta.value()?.parse()?);
                return Ok(());
            }
            Err(meta.error("only `expected` is known here"))
        })?;
    }
    expected.ok_or_else(|| Error::new(input.span(), "add #[json(expected = \"a …\")]"))
}
