import { element } from "./elements";

const LARGEUR = { defaut: 350, min: 280, max: 700, pas: 10 };

declare global {
  interface Window {
    /** Appelée par accrocher.js dans la page du volet, avant office.js. */
    accrocherLeComplement?: (fenetre: Window) => void;
  }
}

/** Le volet du complément, dans son cadre. */
export function installerLeVolet(allerALaGrille: () => void) {
  const cadre = element("volet", HTMLIFrameElement);
  installerLeSeparateur(cadre);
  const surF6 = (evenement: KeyboardEvent, aller: () => void) => {
    if (evenement.key !== "F6") return;
    evenement.preventDefault();
    aller();
  };
  window.addEventListener("keydown", (e) => surF6(e, () => cadre.contentWindow?.focus()), true);
  cadre.addEventListener("load", () => {
    cadre.contentWindow?.addEventListener("keydown", (e) => surF6(e, allerALaGrille), true);
  });
  return {
    charger(accrocher: (fenetre: Window) => void): void {
      window.accrocherLeComplement = accrocher;
      cadre.src = "/volet.html";
    },
  };
}

/** Le trait entre la grille et le volet se tire à la souris et se déplace aux flèches. */
function installerLeSeparateur(cadre: HTMLIFrameElement): void {
  const separateur = element("separateur", HTMLDivElement);
  const cote = element("cote", HTMLElement);
  const fixer = (demandee: number) => {
    const largeur = Math.min(LARGEUR.max, Math.max(LARGEUR.min, Math.round(demandee)));
    cote.style.width = `${largeur}px`;
    separateur.setAttribute("aria-valuenow", String(largeur));
  };
  separateur.setAttribute("aria-valuemin", String(LARGEUR.min));
  separateur.setAttribute("aria-valuemax", String(LARGEUR.max));
  fixer(LARGEUR.defaut);
  separateur.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") fixer(cote.offsetWidth + LARGEUR.pas);
    if (key === "ArrowRight") fixer(cote.offsetWidth - LARGEUR.pas);
  });
  separateur.addEventListener("pointerdown", (debut) => {
    separateur.setPointerCapture(debut.pointerId);
    cadre.style.pointerEvents = "none";
  });
  separateur.addEventListener("pointermove", (mouvement) => {
    if (separateur.hasPointerCapture(mouvement.pointerId)) {
      fixer(window.innerWidth - mouvement.clientX);
    }
  });
  separateur.addEventListener("lostpointercapture", () => (cadre.style.pointerEvents = ""));
}
