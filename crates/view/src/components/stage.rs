use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

/// Takes what to show.
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// What to show.
    pub content: Scene,
    /// Told whenever it stands.
    pub on_rendered: Option<Callback<()>>,
}

impl StageProps {
    /// Returns props that show `content` and tell no one.
    pub fn showing(content: Html) -> Self {
        Self {
            content: Scene::new(content),
            on_rendered: None,
        }
    }
}

/// What to show, once: Yew takes a drawing apart, and would copy all of one that somebody keeps. Two are
/// the same where they were drawn at once: to compare every node would cost more than to show it.
#[derive(Clone)]
pub struct Scene(Rc<Cell<Html>>);

impl Scene {
    /// Returns a drawing to be shown.
    pub fn new(content: Html) -> Self {
        Self(Rc::new(Cell::new(content)))
    }
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Shows what it is given. Every island and every story is drawn through this one component: each
/// further component type would cost readers more than 1 KB.
pub struct Stage;

impl Component for Stage {
    type Message = ();
    type Properties = StageProps;

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
