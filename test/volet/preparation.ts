import { TextDecoder, TextEncoder } from "node:util";
import "@testing-library/jest-dom";

// jsdom n'a pas matchMedia, que Fluent et le thème consultent.
Object.defineProperty(window, "matchMedia", {
  value: (requete: string): Partial<MediaQueryList> => ({
    matches: false,
    media: requete,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});

// Ni ResizeObserver, dont MessageBar se sert pour son retour à la ligne.
window.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// jsdom croit la page sans focus dès que l'élément qui l'avait est retiré ; un navigateur, non.
document.hasFocus = () => true;

// Ni TextDecoder ni TextEncoder, dont les .xlsx se servent.
Object.assign(globalThis, { TextDecoder, TextEncoder });
