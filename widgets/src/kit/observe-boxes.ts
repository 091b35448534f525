/**
 * Tells the size of boxes, by their borders. What is drawn by it makes them and others around them another size; once that
 * `draws`, it is told in the next frame, so that no box is measured twice in one, which browsers report as an error.
 */
export function observeBoxes(
  fit: (target: Element, size: ResizeObserverSize) => void,
  draws: () => boolean,
): ResizeObserver {
  return new ResizeObserver((entries) => {
    const tell = (): void => {
      for (const { target, borderBoxSize } of entries) if (borderBoxSize[0]) fit(target, borderBoxSize[0]);
    };
    if (draws()) requestAnimationFrame(tell);
    else tell();
  });
}
