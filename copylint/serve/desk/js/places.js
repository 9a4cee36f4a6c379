// Converts places in a text: the API counts code points, JavaScript counts UTF-16 units.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

// Places of one text, by a sorted table of its surrogate pairs. Look-ups take logarithmic time.
export class Places {
  constructor(text) {
    this.length = text.length;
    this.pairs = [];
    for (const { index } of text.matchAll(PAIR)) this.pairs.push(index);
  }

  toUnits(points) {
    // The n-th pair is at pairs[n] units, that is pairs[n] - n code points.
    let low = 0, high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pairs[middle] - middle < points) low = middle + 1;
      else high = middle;
    }
    return Math.min(points + low, this.length);
  }

  toPoints(units) {
    let low = 0, high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pairs[middle] < units) low = middle + 1;
      else high = middle;
    }
    return units - low;
  }
}
