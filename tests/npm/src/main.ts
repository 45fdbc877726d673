import "explainer-article";
