import type { ClasseurOuvert } from "../classeur-ouvert";
import { texte } from "../fil/arguments";
import { INDEXEUR, lecture, lectureEcriture, type ObjetHote } from "../fil/objet";
import { introuvable } from "../fil/protocole";

/** Objet « SettingCollection » du fil : `workbook.settings`. */
export function objetReglages({ reglages }: ClasseurOuvert): ObjetHote {
  const objet = (cle: string): ObjetHote => ({
    type: "Setting",
    id: cle,
    proprietes: {
      Key: lecture(() => cle),
      Value: lectureEcriture(
        () => reglages.get(cle),
        (valeur) => reglages.set(cle, valeur)
      ),
    },
    methodes: {
      Delete: () => {
        reglages.delete(cle);
      },
    },
  });
  const chercher = (cle: unknown) => (reglages.has(texte(cle)) ? objet(texte(cle)) : null);
  const trouver = (cle: unknown) => {
    const trouve = chercher(cle);
    if (!trouve) throw introuvable();
    return trouve;
  };
  return {
    type: "SettingCollection",
    proprietes: {},
    elements: () => [...reglages.keys()].map(objet),
    acces: {
      Add: (cle, valeur) => {
        reglages.set(texte(cle), valeur);
        return objet(texte(cle));
      },
      GetItem: trouver,
      [INDEXEUR]: trouver,
      GetItemOrNullObject: chercher,
    },
    methodes: { GetCount: () => reglages.size },
  };
}
