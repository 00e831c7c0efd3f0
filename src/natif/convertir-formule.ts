import { convertirGabarit, type GabaritConverti } from "./convertir-gabarit";
import { LONGUEUR_MAXIMUM, bornerLongueur, type RaisonDuRefus } from "./formule-native";
import { gabaritDe, remplirGabarit } from "./gabarit";
import { lireJetons, nomCms, type Jeton } from "./jetons";
import type { AppelRestant } from "./remplacer-appels";

export interface FormuleConvertie {
  /** La formule à écrire ; celle qui a été donnée, au signe près, s'il reste un appel ou s'il n'y en avait pas. */
  formule: string;
  /** Les fonctions converties, sans « CMS. », dans l'ordre où la formule les nomme. */
  convertis: readonly string[];
  /** Vide si la formule est convertie. */
  restants: readonly AppelRestant[];
  /** La formule doit-elle être stockée comme matricielle (`t="array"`) ? Sans objet s'il reste un appel. */
  matricielle: boolean;
}

/**
 * Remplace chaque appel d'une fonction du complément par son équivalent natif (`formuleNative`). Le reste de la formule ne change pas
 * d'un signe. C'est tout ou rien : si un appel ne se convertit pas, la formule reste telle quelle, et `restants` dit lesquels et pourquoi.
 *
 * `formule` : en écriture internationale, celle d'un fichier .xlsx ou de `range.formulas`, avec ou sans « = » ; les appels y portent un
 * des noms que leur donnent Excel (« CMS.OBJECTIF », « _xldudf_CMS_OBJECTIF », « [2]!_xldudf_CMS_OBJECTIF ») ou LibreOffice (en
 * minuscules). `matricielle` : elle est stockée comme matricielle (`t="array"`, ce que fait Excel de toute cellule qui appelle le
 * complément), ou calculée ainsi (nom défini, mise en forme conditionnelle, validation, formule écrite par `range.formulas`).
 *
 * Une formule matricielle dont chaque opérande tient dans une cellule redevient ordinaire (`matricielle: false`) ; à ne suivre que pour une
 * formule d'une seule cellule. Une formule ordinaire ne devient matricielle que si elle n'est qu'un appel, dont elle montre alors le premier
 * résultat, comme avant. Deux arguments dont le texte ne dit pas la taille (noms, calculs) se mesurent dans la formule, qui est une
 * erreur s'ils diffèrent. Ne lève jamais d'exception.
 */
export function convertirFormule(formule: string, matricielle: boolean): FormuleConvertie {
  const inchangee = (restants: readonly AppelRestant[]): FormuleConvertie => ({
    formule,
    convertis: [],
    restants,
    matricielle,
  });
  if (!/cms[._]/i.test(formule)) return inchangee([]);
  const [, deGoogle = ""] = DE_GOOGLE.exec(formule) ?? [];
  const cites = restantsDe(lireJetons(deGoogle), { code: "illisible" });
  if (cites.length > 0) return inchangee(cites);
  const lisible = bornerLongueur(formule);
  // D'un texte trop long, quelques noms suffisent.
  const jetons = lireJetons(lisible.ok ? formule : formule.slice(0, LONGUEUR_MAXIMUM));
  const refuser = (raison: RaisonDuRefus) => inchangee(restantsDe(jetons, raison));
  if (!lisible.ok) return refuser(lisible.raison);

  const gabarit = gabaritDe(formule, jetons);
  const cle = `${matricielle} ${gabarit.cle}`;
  const converti = DEJA_CONVERTIS.get(cle) ?? convertirGabarit(gabarit, matricielle);
  if (!DEJA_CONVERTIS.has(cle)) {
    if (DEJA_CONVERTIS.size >= DEJA_CONVERTIS_MAXIMUM) DEJA_CONVERTIS.clear();
    DEJA_CONVERTIS.set(cle, converti);
  }

  const remplir = (texte: string) => remplirGabarit(texte, gabarit.references);
  if (!converti) return refuser({ code: "illisible" });
  if (converti.restants.length > 0 || converti.appels.length === 0) {
    return inchangee(
      converti.restants.map((restant) => ({
        ...restant,
        position: remplir(gabarit.texte.slice(0, restant.position)).length,
      }))
    );
  }
  const bornee = bornerLongueur(remplir(converti.texte));
  if (!bornee.ok) return refuser(bornee.raison);
  return {
    formule: bornee.formule,
    convertis: converti.appels,
    restants: [],
    matricielle: converti.matricielle,
  };
}

/** Google Sheets garde en texte, à côté d'un résultat qui ne bouge plus, la formule qu'Excel ne connaîtrait pas. */
const DE_GOOGLE = /__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i;

/** Une colonne recopiée se convertit une fois. Des nombres écrits dans les formules en font d'autres : la table se vide. */
const DEJA_CONVERTIS = new Map<string, GabaritConverti | undefined>();
const DEJA_CONVERTIS_MAXIMUM = 500;

/** Tous les noms de fonctions du complément, lisibles ou non. */
function restantsDe(jetons: readonly Jeton[], raison: RaisonDuRefus): AppelRestant[] {
  return jetons.flatMap(({ type, texte, debut }) => {
    const fonction = type === "func" || type === "range_named" ? nomCms(texte) : undefined;
    return fonction === undefined ? [] : [{ fonction, raison, position: debut }];
  });
}
