// WordPress, as far as a plugin with a shortcode needs it.
import { mkdir, writeFile } from "node:fs/promises";
import { run } from "./tools.mjs";

/** What WordPress does with a plugin that has a shortcode, as far as the one of docs/embed.md asks for it. */
const WORDPRESS = `<?php
$head = ''; $shortcodes = array();
function add_shortcode( $name, $callback ) { global $shortcodes; $shortcodes[ $name ] = $callback; }
function sanitize_file_name( $name ) { return preg_replace( '/[^A-Za-z0-9._-]/', '', $name ); }
function plugin_dir_path( $file ) { return dirname( $file ) . '/'; }
function plugins_url( $path, $file ) { return '/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path; }
function wp_enqueue_style( $handle, $src, $deps = array(), $version = false ) {
	global $head; $head .= '<link rel="stylesheet" id="' . $handle . '-css" href="' . $src . '" media="all">';
}
function wp_enqueue_script_module( $id, $src = '', $deps = array(), $version = false ) {
	global $head; $head .= '<script type="module" src="' . $src . '" id="' . $id . '-js-module"></script>';
}
require $argv[1];
$content = $shortcodes['explainer']( array( 'story' => $argv[2] ) );
echo '<!doctype html><html lang="en"><head><title>A post</title>' . $head . '</head><body>' . $content . '</body></html>';
`;

/** Installs a plugin and a story's fragment in a folder; returns what renders the post with a story. */
export async function wordPress(place, code, fragment) {
  const plugin = `${place}/explainer`;
  await mkdir(`${plugin}/stories`, { recursive: true });
  await writeFile(`${plugin}/explainer.php`, code);
  await writeFile(`${plugin}/stories/my-story.html`, fragment);
  await writeFile(`${place}/wordpress.php`, WORDPRESS);
  return (story) => run("php", [`${place}/wordpress.php`, `${plugin}/explainer.php`, story]);
}
