//! Derives `explainer_story::json::FromRecord`: the fields of a struct are the fields of a JSON record.

use proc_macro::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Error, Fields, LitStr, Result, parse_macro_input};

/// Derives `FromRecord` for a struct with named fields, each of which implements `FromField`.
/// `#[json(expected = "a choice")]` is what a problem says where the record is missing.
#[proc_macro_derive(FromRecord, attributes(json))]
pub fn derive_from_record(input: TokenStream) -> TokenStream {
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
            "only a struct is read from a record",
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
    let names = fields.iter().map(ToString::to_string);
    let values = fields.iter().map(|field| {
        let name = field.to_string();
        quote!(::explainer_story::json::FromField::from_field(record, #name, reader))
    });
    Ok(quote! {
        impl ::explainer_story::json::FromRecord for #name {
            const EXPECTED: &'static str = #expected;
            const FIELDS: &'static [&'static str] = &[#(#names),*];

            fn from_record(
                record: &::explainer_story::Record,
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
