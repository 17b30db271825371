/** A value as JSON that can stand in a `<script>` of any data type: nothing in it ends the element or begins a comment. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
