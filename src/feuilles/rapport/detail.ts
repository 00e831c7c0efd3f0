import type { Constat, Controle, Gravite } from "../../controle";
import {
  ecrireCompte,
  ecrireNombre,
  enoncerConditions,
  nommerConversion,
  nommerRubrique,
  phraserConstat,
  typographier,
} from "../../redaction";
import { rectangleDe, type Conversion } from "../../tableau";
import type { Colonne, Feuillets } from "../feuillets";
import { RANG, SIGNES, borner } from "./commun";
import { colonnesDesCommunes } from "./communes";

/** Au-delà, le rapport renvoie au volet : il s'imprime et se joint. */
const CONSTATS_PAR_GRAVITE = 100;
const CONDITIONS = 60;
const CONVERSIONS = 40;

/** Un contrôle en entier : communes, constats, conditions, conversions. */
export function detailler(feuillets: Feuillets, controle: Controle): void {
  feuillets.titre("Communes", 11);
  feuillets.tableau(colonnesDesCommunes(controle), controle.communes);
  enumererLesConstats(feuillets, controle.constats);
  enoncerLesConditions(feuillets, controle);
  enumererLesConversions(feuillets, controle);
}

const GRAVITES: readonly [gravite: Gravite, titre: string][] = [
  ["erreur", "Erreurs, à corriger avant l’envoi"],
  ["avertissement", "Avertissements, à examiner"],
  ["information", "Informations"],
];

/** Numérotés d'un bout à l'autre, pour qu'on les cite. */
function enumererLesConstats(feuillets: Feuillets, constats: readonly Constat[]): void {
  let numero = 0;
  for (const [gravite, titre] of GRAVITES) {
    const siens = constats.filter((constat) => constat.gravite === gravite);
    if (siens.length === 0) continue;
    const avant = numero;
    feuillets.titre(`${titre} : ${siens.length}`, 11);
    feuillets.tableau(colonnesDesConstats(avant), siens.slice(0, CONSTATS_PAR_GRAVITE));
    direLeReste(feuillets, siens.length - CONSTATS_PAR_GRAVITE, "constat");
    numero += siens.length;
  }
  if (numero === 0) {
    feuillets.titre("Constats", 11);
    feuillets.texte("Aucune erreur, aucun avertissement.");
  }
}

function colonnesDesConstats(avant: number): Colonne<Constat>[] {
  return [
    { titre: "N°", style: RANG, valeur: (_, rang) => avant + rang + 1 },
    { titre: "Commune", valeur: ({ commune }) => borner(commune ?? "") },
    { titre: "Cellule", style: RANG, valeur: ({ adresse }) => adresse ?? "" },
    {
      titre: "Constat",
      etendue: 2,
      style: { gras: true },
      valeur: (constat) => borner(phraserConstat(constat).titre),
    },
    {
      titre: "Pourquoi",
      etendue: 3,
      valeur: (constat) => borner(phraserConstat(constat).pourquoi, 2 * SIGNES),
    },
    {
      titre: "Que faire",
      etendue: 2,
      valeur: (constat) => borner(phraserConstat(constat).queFaire, 2 * SIGNES),
    },
    { titre: "Article", valeur: (constat) => phraserConstat(constat).article },
  ];
}

function enoncerLesConditions(feuillets: Feuillets, controle: Controle): void {
  const conditions = enoncerConditions(controle);
  if (conditions.length === 0) return;
  feuillets.titre("Conditions du contrat", 11);
  feuillets.tableau(
    [
      {
        titre: "Condition",
        etendue: 5,
        valeur: ({ condition }) => borner(condition),
      },
      { titre: "Réponse", etendue: 3, style: { gras: true }, valeur: ({ reponse }) => reponse },
      { titre: "Article", etendue: 3, valeur: ({ article }) => article },
    ],
    conditions.slice(0, CONDITIONS)
  );
  direLeReste(feuillets, conditions.length - CONDITIONS, "condition");
}

function enumererLesConversions(feuillets: Feuillets, controle: Controle): void {
  const conversions = conversionsDe(controle);
  if (conversions.length === 0) return;
  feuillets.titre("Ce que la lecture a converti", 11);
  feuillets.tableau<Conversion>(
    [
      { titre: "Cellule", etendue: 2, style: RANG, valeur: ({ adresse }) => adresse },
      { titre: "Colonne", etendue: 2, valeur: ({ rubrique }) => nommerRubrique(rubrique) },
      { titre: "Écrit", etendue: 2, valeur: ({ ecrit }) => borner(ecrit) },
      { titre: "Lu", etendue: 2, valeur: ({ lu }) => ecrireLu(lu) },
      { titre: "Comment", etendue: 3, valeur: ({ moyen }) => nommerConversion(moyen) },
    ],
    conversions.slice(0, CONVERSIONS)
  );
  direLeReste(feuillets, conversions.length - CONVERSIONS, "conversion");
}

/** Celles des lignes de ce contrôle : un tableau peut porter plusieurs EPCI. */
function conversionsDe({ tableau, communes }: Controle): Conversion[] {
  const lignes = new Set(communes.map(({ ligne }) => ligne));
  return tableau.conversions.filter(({ adresse }) => lignes.has(rectangleDe(adresse)?.haut ?? -1));
}

function ecrireLu(lu: Conversion["lu"]): string {
  if (lu === null) return "vide";
  return typeof lu === "number" ? ecrireNombre(lu) : borner(lu);
}

function direLeReste(feuillets: Feuillets, reste: number, nom: string): void {
  if (reste <= 0) return;
  const autres = ecrireCompte(reste, `autre ${nom}`, `autres ${nom}s`);
  feuillets.texte(typographier(`${autres} : voyez le volet.`), { italique: true });
}
