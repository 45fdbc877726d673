use yew::prelude::*;

/// Takes what to show.
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// What to show.
    pub content: Html,
    /// Told whenever it stands.
    pub on_rendered: Option<Callback<()>>,
}

impl StageProps {
    /// Returns props that show `content` and tell no one.
    pub fn showing(content: Html) -> Self {
        Self {
            content,
            on_rendered: None,
        }
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
        ctx.props().content.clone()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(on_rendered) = &ctx.props().on_rendered {
            on_rendered.emit(());
        }
    }
}
