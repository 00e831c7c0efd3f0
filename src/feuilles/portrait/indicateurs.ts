import type { Rubrique } from "../../tableau";

/** Un trait du portrait de la commune, et où le trouver. */
export interface Indicateur {
  /** Sur la fiche d'une commune seule. */
  theme: string;
  nom: string;
  /** Titre de sa colonne, dans le tableau de plusieurs communes. */
  titre: string;
  /** Largeur de cette colonne, en points. */
  largeur: number;
  source: string;
  /** Ce que le tableau contrôlé en sait. */
  rubrique?: Rubrique;
  /** Réponses proposées. */
  choix?: readonly string[];
  /** Un nombre, et son format, en écriture internationale. */
  format?: string;
  /** Ce qu'on attend, quand une réponse est choisie dans la feuille. */
  aide: string;
}

const NOMBRE = "#,##0_m";
const DECIMAL = "#,##0.0_m";
const POURCENT = "0.0 %_m";

/** Ce que la trame demande pour présenter la commune (guide, annexe 3), et les sources publiques où le trouver. */
export const INDICATEURS: readonly Indicateur[] = [
  {
    theme: "Caractéristiques urbaines",
    nom: "Type de commune",
    titre: "Type de commune",
    largeur: 68,
    source: "Insee (grille de densité, aires d'attraction)",
    choix: ["Ville-centre", "Périurbaine", "À dominante rurale", "Littorale", "Autre"],
    aide: "Ville-centre, périurbaine, à dominante rurale, littorale…",
  },
  {
    theme: "Place dans le territoire",
    nom: "Rôle dans l'EPCI (centralité, pôle, relais ; emploi, services, transports)",
    titre: "Rôle dans l'EPCI",
    largeur: 72,
    source: "SCoT, PLH",
    aide: "Centralité, pôle ou relais : emploi, services, transports.",
  },
  {
    theme: "Démographie",
    nom: "Population",
    titre: "Population",
    largeur: 54,
    source: "Insee (recensement)",
    rubrique: "population",
    format: NOMBRE,
    aide: "Nombre d’habitants.",
  },
  {
    theme: "Démographie",
    nom: "Évolution annuelle moyenne de la population",
    titre: "Évolution par an",
    largeur: 52,
    source: "Insee (recensement)",
    format: POURCENT,
    aide: "Évolution annuelle moyenne de la population entre deux recensements, en %.",
  },
  {
    theme: "Emploi",
    nom: "Indice de concentration de l'emploi (emplois pour 100 actifs occupés résidents)",
    titre: "Emplois pour 100 actifs",
    largeur: 54,
    source: "Insee (recensement)",
    format: DECIMAL,
    aide: "Indice de concentration de l’emploi : emplois pour 100 actifs occupés qui résident dans la commune.",
  },
  {
    theme: "Logement",
    nom: "Résidences principales",
    titre: "Résidences principales",
    largeur: 56,
    source: "Inventaire SRU",
    rubrique: "residencesPrincipales",
    format: NOMBRE,
    aide: "Nombre de résidences principales.",
  },
  {
    theme: "Logement",
    nom: "Logements sociaux",
    titre: "Logements sociaux",
    largeur: 52,
    source: "Inventaire SRU",
    rubrique: "logementsSociaux",
    format: NOMBRE,
    aide: "Nombre de logements sociaux au sens de l’inventaire SRU.",
  },
  {
    theme: "Logement",
    nom: "Logements vacants de longue durée (part du parc)",
    titre: "Vacance de longue durée",
    largeur: 52,
    source: "LOVAC",
    format: POURCENT,
    aide: "Part des logements vacants de longue durée dans le parc, en %.",
  },
  {
    theme: "Logement",
    nom: "Tension sur le parc social (demandes pour une attribution)",
    titre: "Demandes pour une attribution",
    largeur: 58,
    source: "SNE ou fichier local",
    format: DECIMAL,
    aide: "Nombre de demandeurs rapporté au nombre de demandes satisfaites.",
  },
  {
    theme: "Planification et programmation",
    nom: "Documents en vigueur (PLU ou PLUi, SCoT, PLH), leurs dates et ce qu'ils disent de la commune",
    titre: "Documents en vigueur et enjeux",
    largeur: 66,
    source: "Géoportail de l'urbanisme, PLH",
    aide: "PLU ou PLUi, SCoT, PLH : leurs dates, et leurs enjeux pour la commune.",
  },
  {
    theme: "Politique locale de l'habitat",
    nom: "Rôle de chaque collectivité : compétences de l'EPCI, gestion des aides à la pierre",
    titre: "Compétences habitat, aides à la pierre",
    largeur: 64,
    source: "Statuts de l'EPCI, convention de délégation",
    aide: "Qui fait quoi : compétences de l’EPCI, gestion des aides à la pierre (État, EPCI, département).",
  },
];
