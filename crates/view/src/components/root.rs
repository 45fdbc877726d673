use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

/// Properties of [`Root`].
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// What to show.
    pub content: OnceHtml,
    /// Called after every render.
    pub on_rendered: Option<Callback<()>>,
}

impl RootProps {
    /// Returns properties that show `content` and call nothing back.
    pub fn new(content: Html) -> Self {
        Self {
            content: OnceHtml::new(content),
            on_rendered: None,
        }
    }
}

/// A tree handed to Yew once: rendering consumes it, and a copy kept in the properties would be
/// cloned deeply. Compared by identity.
#[derive(Clone)]
pub struct OnceHtml(Rc<Cell<Html>>);

impl OnceHtml {
    /// Returns a tree that can be rendered once.
    pub fn new(content: Html) -> Self {
        Self(Rc::new(Cell::new(content)))
    }
}

impl PartialEq for OnceHtml {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Shows the tree it is given. Every tool, model and story is mounted through this one component:
/// size: each further component type adds more than 1 KB.
pub struct Root;

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().content.0.take()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(on_rendered) = &ctx.props().on_rendered {
            on_rendered.emit(());
        }
    }
}
