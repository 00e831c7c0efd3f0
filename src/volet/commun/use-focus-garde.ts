import { useEffect, type RefObject } from "react";

/** Où va le focus quand l'élément qui l'avait a disparu : le titre de l'écran, sinon l'onglet choisi. */
const REPLIS = ["[data-repli-focus]", '[role="tab"][aria-selected="true"]'];

/**
 * Garde le focus dans le volet : un constat corrigé ou un écran remplacé ne le fait pas perdre. Ne le prend jamais à la
 * feuille.
 */
export function useFocusGarde(racine: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const volet = racine.current;
    return volet ? garderLeFocus(volet) : undefined;
  }, [racine]);
}

/** Surveille le volet ; rend de quoi cesser. */
function garderLeFocus(volet: HTMLElement): () => void {
  let dernier: Element | null = null;

  const retenir = ({ target }: FocusEvent): void => {
    dernier = target instanceof Element ? target : null;
  };
  const oublier = ({ target }: FocusEvent): void => {
    // Un élément qu'on retire perd aussi le focus : on attend de voir s'il reste dans la page.
    queueMicrotask(() => {
      if (target === dernier && dernier?.isConnected) dernier = null;
    });
  };
  const replier = (): void => {
    if (!dernier || dernier.isConnected || !document.hasFocus()) return;
    const cible = REPLIS.map((repli) => volet.querySelector<HTMLElement>(repli)).find(Boolean);
    if (!cible) return;
    dernier = null;
    cible.focus();
  };

  const observateur = new MutationObserver(replier);
  observateur.observe(volet, { childList: true, subtree: true });
  volet.addEventListener("focusin", retenir);
  volet.addEventListener("focusout", oublier);
  return () => {
    observateur.disconnect();
    volet.removeEventListener("focusin", retenir);
    volet.removeEventListener("focusout", oublier);
  };
}
