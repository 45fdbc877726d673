import { hydrate } from "preact";
import { Model } from "./model.jsx";
import "./client.jsx";

const host = document.getElementById("model");
hydrate(<Model {...JSON.parse(host.dataset.props)} />, host);
