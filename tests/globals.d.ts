// What test pages and the elements have besides, as far as the tests are type-checked.

interface Window {
  [name: string]: any;
}

interface Element {
  [name: string]: any;
}

interface Event {
  detail?: any;
}

interface PerformanceEntry {
  [name: string]: any;
}

interface Node {
  [name: string]: any;
}
