/**
 * How much larger a drawing is shown than on the page: as large as the window has room for, at least a quarter larger
 * (then it scrolls) and at most three times.
 */
export function enlargement(
  drawing: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): number {
  const fit = Math.min(room.width / drawing.width, room.height / drawing.height);
  return Math.max(1.25, Math.min(fit, 3));
}
