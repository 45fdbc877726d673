use web_sys::{Element, HtmlElement, css, window};

/// Least distance of a popover from the edges of the window and from its anchor, in CSS pixels.
const MARGIN: f64 = 8.0;

/// Returns whether the browser has no CSS anchor positioning.
pub fn needs_manual_positioning() -> bool {
    !css::supports("anchor-name: --explainer-term").unwrap_or(false)
}

/// Positions `popover` below `anchor`, or above where there is more room, for browsers without CSS
/// anchor positioning. Sets custom properties; the style sheet decides whether it uses them.
pub fn position_popover(popover: &HtmlElement, anchor: &Element) {
    let Some((width, height)) = window_size() else {
        return;
    };
    let at = anchor.get_bounding_client_rect();
    let own = popover.get_bounding_client_rect();
    let last_left = (width - own.width() - MARGIN).max(MARGIN);
    let centred = at.left() + (at.width() - own.width()) / 2.0;
    let left = centred.clamp(MARGIN, last_left);
    let (room_below, room_above) = (height - at.bottom(), at.top());
    let fits_below = own.height() + 2.0 * MARGIN <= room_below;
    let top = if fits_below || room_below >= room_above {
        at.bottom() + MARGIN
    } else {
        (at.top() - own.height() - MARGIN).max(MARGIN)
    };
    let room = if fits_below {
        room_below
    } else {
        room_below.max(room_above)
    };
    set_lengths(
        popover,
        &[
            ("--_left", left),
            ("--_top", top),
            ("--_room", room - 2.0 * MARGIN),
        ],
    );
}

/// Tells the style sheet which part of the page the reader has enlarged with two fingers, so that a sheet at
/// the bottom of the window comes to where the reader is. Elements at fixed places do not by themselves
/// (<https://drafts.csswg.org/cssom-view/#visual-viewport>).
pub fn follow_visual_viewport(popover: &HtmlElement) {
    let Some(view) = window().and_then(|window| window.visual_viewport()) else {
        return;
    };
    // Fails only for a name that is no attribute name.
    let _ = popover.toggle_attribute_with_force("data-explainer-enlarged", view.scale() > 1.0);
    set_lengths(
        popover,
        &[
            ("--_view-left", view.offset_left()),
            ("--_view-bottom", view.offset_top() + view.height()),
            ("--_view-width", view.width()),
            ("--_view-height", view.height()),
        ],
    );
}

/// Sets custom properties, in CSS pixels.
fn set_lengths(element: &HtmlElement, lengths: &[(&str, f64)]) {
    let style = element.style();
    for (property, length) in lengths {
        // Fails only for a read-only declaration, which an element's own style is not.
        let _ = style.set_property(property, &[&(*length as i32).to_string(), "px"].concat());
    }
}

fn window_size() -> Option<(f64, f64)> {
    let window = window()?;
    let width = window.inner_width().ok()?.as_f64()?;
    let height = window.inner_height().ok()?.as_f64()?;
    Some((width, height))
}
