import type { ClasseurOuvert } from "../classeur-ouvert";
import { lecture, type ObjetHote } from "../fil/objet";

/** Objets « WorksheetProtection » et « WorkbookProtection » : la protection se dit et s'ôte ; l'hôte n'empêche rien. */
export function objetProtection({ proteges }: ClasseurOuvert, numero: string): ObjetHote {
  return {
    type: "WorksheetProtection",
    proprietes: { Protected: lecture(() => proteges.has(numero)) },
    methodes: {
      Protect: () => {
        proteges.add(numero);
      },
      Unprotect: () => {
        proteges.delete(numero);
      },
    },
  };
}
