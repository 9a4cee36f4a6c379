// Places in a text: the API counts code points, JavaScript UTF-16 units.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

// The places of a text, in a sorted table of its surrogate pairs: a look-up is logarithmic.
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
