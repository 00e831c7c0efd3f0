import { inseeDe, rapprocher } from "../../controle";
import { VERSION, nommerVersion } from "../../redaction";
import { colonnesDuContrat } from "../article-2/colonnes";
import type { Cle } from "../article-2/tableau";
import { argumentsDuPls, plsDe } from "../article-2/qualite";
import { sourceDuTaux, tauxDe, type Commune, type Matiere, type Suite } from "../matiere";
import type { Scalaire } from "../plan";
import { baseDe, formuleDeLaBase } from "./base";

export type Champ =
  | "nom"
  | "insee"
  | "epci"
  | "tauxLs"
  | "deficit"
  | "tauxAvant"
  | "avant"
  | "apres"
  | "signe"
  | "tauxApres"
  | "plai"
  | "pls"
  | "base"
  | "article"
  | "periode"
  | "inventaire"
  | "contrat"
  | "complet"
  | "source";

/** Les cellules d'un champ, sur les lignes qu'une formule remplit. */
export type Ici = (champ: Champ | Cle) => string;

/** Un champ sur quelques lignes qui se suivent : leurs valeurs, et la formule qui les donne, sans « = », s'il y en a une. */
interface Contenus {
  formule: string | null;
  valeurs: Scalaire[];
}

export type Donnees = Readonly<Record<Champ, Contenus>>;

/** Ce dont une lettre a besoin ; le taux de logements sociaux n'en est pas. */
const NECESSAIRES = ["deficit", "tauxAvant", "avant", "apres", "tauxApres", "plai", "pls"] as const;

/** L'objectif de chaque commune dans la version signée du contrat. */
export function objectifsSignes({ controle, communes }: Matiere): ReadonlyMap<Commune, number> {
  const siennes = communes.map((commune) => ({
    nom: commune.nom,
    insee: inseeDe(commune),
    commune,
  }));
  const paires = rapprocher(controle.signe?.version.communes ?? [], siennes);
  return new Map(
    paires.flatMap(({ avant, apres }) => (avant && apres ? [[apres.commune, avant.objectif]] : []))
  );
}

/** Une suite de communes. */
export function donneesDesCommunes(
  matiere: Matiere,
  suite: Suite,
  signes: ReadonlyMap<Commune, number>,
  ici: Ici
): Donnees {
  const { communes } = suite;
  const colonnes = colonnesDuContrat(matiere);
  const reprendre = (cle: "nom" | "deficit" | "avant" | "apres" | "plai"): Contenus => ({
    formule: colonnes[cle].formule(suite, { ici, entiere: ici }),
    valeurs: communes.map(colonnes[cle].valeur),
  });
  const enPourcents = (cle: "tauxAvant" | "tauxApres"): Contenus =>
    pourcents(
      colonnes[cle].formule(suite, { ici, entiere: ici }),
      communes.map(colonnes[cle].valeur)
    );
  const surQuoi = (quoi: "base" | "article"): Contenus => ({
    formule: formuleDeLaBase(matiere, suite, ici, quoi),
    valeurs: communes.map((commune) => baseDe(matiere, commune)[quoi]),
  });
  const plafond = argumentsDuPls(matiere, suite);
  return completer(
    {
      nom: reprendre("nom"),
      insee: fixes(communes.map(({ donnees }) => texteDe(donnees.insee?.valeur))),
      epci: fixes(communes.map(() => matiere.controle.epci)),
      tauxLs: pourcents(sourceDuTaux(matiere, suite), communes.map(tauxDe)),
      deficit: reprendre("deficit"),
      tauxAvant: enPourcents("tauxAvant"),
      avant: reprendre("avant"),
      apres: reprendre("apres"),
      signe: fixes(communes.map((commune) => signes.get(commune) ?? null)),
      tauxApres: enPourcents("tauxApres"),
      plai: reprendre("plai"),
      pls: {
        formule: plafond === null ? null : `IFERROR(CMS.PLS.MAX(${ici("apres")}${plafond}),"")`,
        valeurs: communes.map((commune) => plsDe(matiere, commune) ?? ""),
      },
      base: surQuoi("base"),
      article: surQuoi("article"),
    },
    matiere,
    ici
  );
}

/** Ajoute ce qui vaut pour toutes les lignes, et si chacune est prête : rien n'y manque, et l'objectif est bien celui qui a été signé. */
export function completer(
  propres: Omit<Donnees, "periode" | "inventaire" | "contrat" | "complet" | "source">,
  { controle }: Matiere,
  ici: Ici
): Donnees {
  const { bareme, signe } = controle;
  const annee = controle.inventaire ?? bareme.inventaire?.date.slice(0, 4);
  const lignes = propres.nom.valeurs.map((_, rang) => rang);
  const estComplete = (rang: number): boolean =>
    NECESSAIRES.every((champ) => typeof propres[champ].valeurs[rang] === "number") &&
    (!signe || propres.apres.valeurs[rang] === propres.signe.valeurs[rang]);
  const tests = NECESSAIRES.map((champ) => `ISNUMBER(${ici(champ)})`);
  if (signe) tests.push(`(${ici("apres")}=${ici("signe")})`);
  return {
    ...propres,
    periode: fixes(lignes.map(() => bareme.periode)),
    inventaire: fixes(lignes.map(() => (annee === undefined ? null : `01/01/${annee}`))),
    contrat: fixes(lignes.map(() => (signe ? nommerVersion(signe.version) : "Projet"))),
    complet: {
      formule: `IF(${tests.join("*")},"oui","non")`,
      valeurs: lignes.map((rang) => (estComplete(rang) ? "oui" : "non")),
    },
    source: fixes(lignes.map(() => `Établi avec Complément CMS ${VERSION}`)),
  };
}

export function fixes(valeurs: Scalaire[]): Contenus {
  return { formule: null, valeurs };
}

/** Des fractions, en pour-cent au centième : Word n'a pas de format de pour-cent. */
function pourcents(formule: string | null, fractions: Scalaire[]): Contenus {
  return {
    formule: formule === null ? null : `ROUND(100*${formule},2)`,
    valeurs: fractions.map((fraction) =>
      // 0,2505 × 1000 vaut 250,49999… en flottant.
      typeof fraction === "number"
        ? Math.round(Number((fraction * 10_000).toPrecision(12))) / 100
        : null
    ),
  };
}

function texteDe(valeur: unknown): string | null {
  return typeof valeur === "string" ? valeur : null;
}
