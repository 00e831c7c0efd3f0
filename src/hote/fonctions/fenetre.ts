/** Ce que l'hôte lit dans la fenêtre du complément, une fois office.js chargé. */

type FonctionAssociee = (...args: unknown[]) => unknown;

/** Membres d'office.js 1.1.110 ; ceux qui commencent par « _ » sont internes (test de conformité). */
export interface FenetreDuComplement extends Window {
  CustomFunctions?: {
    Error: new (code: string, message?: string) => unknown;
    _association: {
      mappings: Record<string, FonctionAssociee>;
      onchange: (prevenir: () => void) => void;
    };
  };
}
