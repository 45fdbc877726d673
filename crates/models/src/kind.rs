use explainer_story::json::{FromObject, Reader};
use explainer_story::{JsonObject, MiniModel, ProblemKind, Problems};

use crate::{Scenario, SetResult};

/// What a mini-model does, with what its reader has set.
pub trait Mechanism {
    /// Sets what `name` names to what `text` says, as both are in an address.
    fn set(&mut self, name: &str, text: &str) -> SetResult;

    /// Goes back to the default settings.
    fn reset(&mut self);

    /// Writes what differs from the default settings as it is in an address: `growth=40&start=5`.
    fn scenario(&self) -> String;
}

/// The data of one kind of mini-model. Nothing has a default, so that a kind without one of its parts
/// does not compile.
pub trait Kind: FromObject + 'static {
    /// The kind's name in JSON.
    const NAME: &'static str;

    /// The names of its settings in an address; beside them a kind may have the ids of its parts.
    const SETTINGS: &'static [&'static str];

    /// What the reader can set.
    type Settings: PartialEq;

    /// Reports what does not fit together in an object whose fields are all right.
    fn check(&self, reader: &mut Reader);

    /// Returns the default settings.
    fn default_settings(&self) -> Self::Settings;

    /// Sets what `name` names to what `text` says.
    fn set(&self, settings: &mut Self::Settings, name: &str, text: &str) -> SetResult;

    /// Writes what differs from the default settings.
    fn write_scenario(&self, settings: &Self::Settings, scenario: &mut Scenario);
}

/// A mini-model of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Model<K: Kind> {
    /// What the story says.
    pub data: K,
    /// What the reader has set.
    pub settings: K::Settings,
}

impl<K: Kind> Model<K> {
    /// Returns a model with its default settings.
    pub fn new(data: K) -> Self {
        let settings = data.default_settings();
        Self { data, settings }
    }
}

impl<K: Kind> Mechanism for Model<K> {
    fn set(&mut self, name: &str, text: &str) -> SetResult {
        self.data.set(&mut self.settings, name, text)
    }

    fn reset(&mut self) {
        self.settings = self.data.default_settings();
    }

    fn scenario(&self) -> String {
        let mut scenario = Scenario::default();
        self.data.write_scenario(&self.settings, &mut scenario);
        scenario.into_text()
    }
}

/// For whoever knows the kind.
impl<K: Kind> FromModel<K> for Model<K> {
    fn from_model(model: Self) -> Box<Self> {
        Box::new(model)
    }
}

/// Sets a model as a scenario says, from its default settings. Returns the worst that became of any
/// part of it.
pub fn set_scenario(model: &mut (impl Mechanism + ?Sized), scenario: &str) -> SetResult {
    model.reset();
    let mut worst = SetResult::Applied;
    for pair in scenario.split('&').filter(|pair| !pair.is_empty()) {
        let fit = match pair.split_once('=') {
            Some((name, text)) => model.set(name, text),
            None => SetResult::Ignored,
        };
        worst = worst.max(fit);
    }
    worst
}

/// Reads the models of one kind as a `T`, such as `dyn Mechanism`.
pub struct KindReader<T: ?Sized> {
    name: &'static str,
    fields: &'static [&'static str],
    read: fn(&JsonObject, &mut Reader) -> Option<Box<T>>,
}

/// What the models of a kind can be seen as.
pub trait FromModel<K: Kind> {
    /// Boxes a model.
    fn from_model(model: Model<K>) -> Box<Self>;
}

impl<K: Kind> FromModel<K> for dyn Mechanism {
    fn from_model(model: Model<K>) -> Box<Self> {
        Box::new(model)
    }
}

impl<T: ?Sized> KindReader<T> {
    /// Returns the reader of a kind.
    pub const fn of<K: Kind>() -> Self
    where
        T: FromModel<K>,
    {
        Self {
            name: K::NAME,
            fields: K::FIELDS,
            read: |object, reader| {
                let data = K::from_object(object, reader)?;
                if reader.refused() == 0 {
                    data.check(reader);
                }
                (reader.refused() == 0).then(|| T::from_model(Model::new(data)))
            },
        }
    }

    /// Returns the kind's name in JSON.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

/// Reads what a mini-model does; nothing where its kind is not one of `kinds` or something in it is
/// refused. Adds to `problems` what is wrong.
pub fn read<T: ?Sized>(
    model: &MiniModel,
    kinds: &[KindReader<T>],
    problems: &mut Problems,
) -> Option<Box<T>> {
    let name = model.kind.as_ref()?.as_str();
    let mut reader = Reader::at(model.path.clone());
    let object = reader.object(&model.json)?;
    let mechanism = match kinds.iter().find(|kind| kind.name == name) {
        Some(kind) => {
            reader.check_fields(object, &[MiniModel::FIELDS, kind.fields]);
            (kind.read)(object, &mut reader)
        }
        None => {
            let problem = ProblemKind::UnknownKind {
                what: "model",
                kind: name.into(),
                nearest: reader.guess(name, &mut kinds.iter().map(|kind| kind.name)),
            };
            reader.report_in("kind", problem);
            None
        }
    };
    problems.extend(reader.into_problems());
    mechanism
}
