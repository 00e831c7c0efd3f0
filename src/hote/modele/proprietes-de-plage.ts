import { remplir, type Zone } from "../adresse";
import { objetSimple } from "../fil/arguments";
import { INDEXEUR, type ObjetHote } from "../fil/objet";
import { apiInconnue, argumentInvalide } from "../fil/protocole";
import { nomDuFil } from "../fil/requete";

/** Côtés tels que les nomment `setRowProperties` et `setColumnProperties`. */
const COTES: Record<string, string> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
};

type Sens = "lignes" | "colonnes";

/**
 * Applique une liste de propriétés, une par ligne ou par colonne de la plage.
 * @param plage Rend l'objet « Range » d'un rectangle.
 */
export async function appliquerPar(
  sens: Sens,
  zone: Zone,
  liste: unknown,
  plage: (zone: Zone) => ObjetHote
): Promise<void> {
  const parts = decouper(sens, zone);
  if (!Array.isArray(liste) || liste.length !== parts.length) throw argumentInvalide();
  for (const [rang, part] of parts.entries()) await appliquer(plage(part), liste[rang]);
}

/**
 * Relève les propriétés simples demandées (`{ rowHidden: true }`), une réponse par ligne ou par colonne de la plage.
 * @param plage Rend l'objet « Range » d'un rectangle.
 */
export function relever(
  sens: Sens,
  zone: Zone,
  demande: unknown,
  plage: (zone: Zone) => ObjetHote
): Record<string, unknown>[] {
  const noms = Object.keys(objetSimple(demande));
  return decouper(sens, zone).map((part) => {
    const { proprietes, type } = plage(part);
    return Object.fromEntries(
      noms.map((nom) => {
        const propriete = proprietes[nomDuFil(nom)];
        if (!propriete) throw apiInconnue(`${type}.${nom}`);
        return [nom, propriete.lire()];
      })
    );
  });
}

function decouper(sens: Sens, zone: Zone): Zone[] {
  return sens === "lignes"
    ? remplir({ ...zone, largeur: 1 }, (ligne) => ({ ...zone, ligne, hauteur: 1 })).flat()
    : remplir({ ...zone, hauteur: 1 }, (_, colonne) => ({ ...zone, colonne, largeur: 1 })).flat();
}

async function appliquer(objet: ObjetHote, etat: unknown): Promise<void> {
  for (const [cle, valeur] of Object.entries(objetSimple(etat))) {
    const nom = nomDuFil(cle);
    const cote = objet.type === "RangeBorderCollection" ? COTES[cle] : undefined;
    const enfant = cote ? await objet.acces?.[INDEXEUR]?.(cote) : objet.objets?.[nom]?.();
    const propriete = objet.proprietes[nom];
    if (enfant) await appliquer(enfant, valeur);
    else if (propriete?.ecrire) propriete.ecrire(valeur);
    else throw apiInconnue(`${objet.type}.${nom} =`);
  }
}
