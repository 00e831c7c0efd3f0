import { defautDeNom, nomLibre, type DefautDeNom } from "../../classeur";
import { typographier } from "../../redaction";

const DEFAUTS: Readonly<Record<DefautDeNom, string>> = {
  vide: "Donnez un nom à la feuille.",
  "trop-long": "Excel s’arrête à 31 caractères : raccourcissez le nom.",
  "caractere-interdit": "Excel refuse \\ / ? * : [ ] dans un nom de feuille : retirez-les.",
  apostrophe: "Un nom de feuille ne commence ni ne finit par une apostrophe.",
};

interface Jugement {
  /** Pourquoi Excel refuserait ce nom. */
  defaut?: string;
  /** Ce que deviendra ce nom. */
  indication?: string;
}

/** Dit, sous le champ, si ce nom de feuille convient. */
export function jugerLeNom(nom: string, pris: readonly string[]): Jugement {
  const defaut = defautDeNom(nom);
  if (defaut) return { defaut: DEFAUTS[defaut] };
  const libre = nomLibre(nom, pris);
  const indication =
    libre === nom
      ? `Nom libre dans ce classeur. ${nom.length} caractères sur 31.`
      : `Ce nom est pris : la feuille s’appellera « ${libre} ».`;
  return { indication: typographier(indication) };
}
