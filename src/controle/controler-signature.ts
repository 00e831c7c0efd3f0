import { partSuperieure, type Bareme } from "../regles";
import type { LigneDeCommune, TableauTrouve } from "../tableau";
import type { BilanDeCommune } from "./bilan";
import type { Constat } from "./constat";
import { colonneDuContrat, controlerCommune } from "./controler-commune";
import { inseeDe, nombreDe, reperer, type Cadre } from "./donnees";
import { rapprocher, type ObjectifSigne, type VersionSignee } from "./version-signee";

const ARTICLE = "L. 302-8-1 ; guide";

/** Ce qui se recalcule sur l'inventaire du tableau : d'un inventaire qui suit la signature, cela ne dit plus rien du contrat. */
const SELON_L_INVENTAIRE: ReadonlySet<Constat["code"]> = new Set<Constat["code"]>([
  "deficit-nul",
  "ecart-contraire",
  "ecart-egal-4",
  "ecart-nul",
  "ecart-proche-d-une-borne",
  "objectif-au-dessus-des-manquants",
  "objectif-avant-arrondi",
  "objectif-avant-faux",
  "objectif-different-du-legal",
  "releve-au-dessus-du-legal",
  "sous-plancher-abaissant",
  "sous-plancher-guide",
  "sous-plancher-loi",
  "taux-apres-incoherent",
  "taux-avant-faux",
  "taux-avant-inconnu",
]);

/** Les lignes d'un tableau, et ce que le contrat en vigueur a signé pour elles. */
export interface Signature {
  version: VersionSignee;
  de: ReadonlyMap<LigneDeCommune, ObjectifSigne>;
  /** Signées, et absentes du tableau. */
  absentes: ObjectifSigne[];
  /** Vrai si le tableau suit un autre inventaire que celui de la signature : les objectifs n'en dépendent plus. */
  inventaireSuivi: boolean;
}

/** Rapproche un tableau de la version en vigueur ; `null` : un projet. */
export function rapprocherDeLaVersion(
  lignes: readonly LigneDeCommune[],
  version: VersionSignee | null,
  { inventaire }: TableauTrouve,
  bareme: Bareme
): Signature | null {
  if (!version) return null;
  const paires = rapprocher(
    version.communes,
    lignes.map((ligne) => ({ nom: ligne.nom, insee: inseeDe(ligne), ligne }))
  );
  const reference = bareme.inventaire ? Number(bareme.inventaire.date.slice(0, 4)) : null;
  // Signé sur un inventaire provisoire, puis recalé sur celui de la période : c'est un avenant qui se prépare.
  const recale = version.inventaire !== reference && inventaire?.valeur === reference;
  return {
    version,
    de: new Map(
      paires.flatMap(({ avant, apres }) => (avant && apres ? [[apres.ligne, avant]] : []))
    ),
    absentes: paires.flatMap(({ avant, apres }) => (avant && !apres ? [avant] : [])),
    inventaireSuivi: !recale && !estLeMemeInventaire(version, inventaire),
  };
}

function estLeMemeInventaire(
  version: VersionSignee,
  inventaire: TableauTrouve["inventaire"]
): boolean {
  return inventaire !== null && inventaire.valeur === version.inventaire;
}

/**
 * Contrôle une commune ; si ses manquants ont suivi un autre inventaire depuis la signature, son objectif légal reste celui du début de la période, et ce
 * qui se recalcule sur les nouveaux n'est pas dit.
 */
export function controlerCommuneSignee(
  ligne: LigneDeCommune,
  signature: Signature | null,
  cadre: Cadre
): BilanDeCommune {
  const signee = signature?.inventaireSuivi ? signature.de.get(ligne) : undefined;
  const lu = nombreDe(ligne.donnees.deficit);
  if (!signee || signee.deficit === null || lu === null || lu === signee.deficit)
    return controlerCommune(ligne, cadre);
  const constats: Constat[] = [];
  const bilan = controlerCommune(ligne, { ...cadre, constats });
  cadre.constats.push(...constats.filter(({ code }) => !SELON_L_INVENTAIRE.has(code)));
  if (bilan.exemptee) return bilan;
  const { deficit, objectifLegal } = signee;
  const tientEncore =
    bilan.tauxAvant !== null && partSuperieure(deficit, bilan.tauxAvant) === objectifLegal;
  return {
    ...bilan,
    deficit,
    ecart: tientEncore ? bilan.ecart : null,
    tauxAvant: tientEncore ? bilan.tauxAvant : null,
    objectifAvant: objectifLegal ?? bilan.objectifAvant,
    plancher: null,
    plancherLoi: null,
  };
}

/** Ce que le tableau dit autrement que le contrat signé. */
export function controlerSignature(
  lignes: readonly LigneDeCommune[],
  communes: readonly BilanDeCommune[],
  signature: Signature | null,
  cadre: Cadre
): void {
  if (!signature) return;
  const { version, de, absentes } = signature;
  const { constats, tableau, type } = cadre;
  const { signeLe, avenant } = version;
  if (type !== version.type) {
    constats.push({
      gravite: "avertissement",
      code: "type-signe",
      article: ARTICLE,
      valeurs: { lu: type, signe: version.type, signeLe, avenant },
    });
  }
  lignes.forEach((ligne, rang) => {
    const bilan = communes[rang];
    const signee = de.get(ligne);
    if (!bilan || bilan.exemptee) return;
    if (signee) controlerObjectif(ligne, bilan, signee, signature, cadre);
    else if (!version.incomplete) {
      constats.push({
        ...reperer(ligne, "commune"),
        gravite: "avertissement",
        code: "commune-non-signee",
        article: ARTICLE,
        valeurs: { signeLe, avenant },
      });
    }
  });
  for (const { nom, objectif } of absentes) {
    constats.push({
      gravite: "avertissement",
      code: "commune-signee-absente",
      commune: nom,
      adresse: tableau.colonnes[tableau.noms]?.adresse,
      article: ARTICLE,
      valeurs: { objectif, signeLe, avenant },
    });
  }
}

/** Son objectif est celui qui est signé ; ses manquants peuvent suivre l'inventaire, pas l'objectif. */
function controlerObjectif(
  ligne: LigneDeCommune,
  { objectifApres }: BilanDeCommune,
  { objectif, deficit }: ObjectifSigne,
  { version }: Signature,
  cadre: Cadre
): void {
  const { constats, tableau, type } = cadre;
  const { signeLe, avenant } = version;
  // La répartition par arrondissement est indicative.
  const opposable = type !== "arrondissements";
  if (objectifApres !== null && objectifApres !== objectif) {
    constats.push({
      ...reperer(ligne, colonneDuContrat(cadre)),
      gravite: "avertissement",
      code: "objectif-signe",
      article: ARTICLE,
      valeurs: { lu: objectifApres, signe: objectif, signeLe, avenant, opposable },
    });
  }
  const lu = nombreDe(ligne.donnees.deficit);
  if (lu === null || deficit === null || lu === deficit) return;
  const meme = estLeMemeInventaire(version, tableau.inventaire);
  constats.push({
    ...reperer(ligne, "deficit"),
    gravite: meme ? "avertissement" : "information",
    code: "deficit-signe",
    article: ARTICLE,
    valeurs: {
      signe: deficit,
      lu,
      objectif,
      inventaire: tableau.inventaire?.valeur ?? null,
      opposable,
    },
  });
}
