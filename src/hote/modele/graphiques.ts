import type { FWorksheet } from "@univerjs/sheets/facade";
import { ecrireZone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { nombre, texte, texteOuVide } from "../fil/arguments";
import { lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { argumentInvalide, introuvable } from "../fil/protocole";
import type { AxeRetenu, GraphiqueRetenu, SerieRetenue } from "../graphiques";
import { estPlage } from "./plage";
import { lireAdresse } from "./references";

/** Objet « ChartCollection » du fil. Univer ne dessine pas de graphique : tout est retenu, puis écrit dans le .xlsx. */
export function objetGraphiques(classeur: ClasseurOuvert, feuille: FWorksheet): ObjetHote {
  const id = feuille.getSheetId();
  const siens = () => classeur.graphiques.de(id);
  const objet = (graphique: GraphiqueRetenu) => objetGraphique(classeur, feuille, graphique);
  return {
    type: "ChartCollection",
    proprietes: {},
    elements: () => siens().map(objet),
    acces: {
      Add: (genre, source) => {
        const graphique = neuf(texte(genre), plageDe(source));
        classeur.graphiques.ajouter(id, graphique);
        return objet(graphique);
      },
      GetItemAt: (rang) => objet(existant(siens()[nombre(rang)])),
    },
    methodes: { GetCount: () => siens().length },
  };
}

/** Une ligne de nombres donne une série. */
function neuf(genre: string, source: string): GraphiqueRetenu {
  return {
    genre,
    nom: "",
    titre: "",
    plage: "",
    legende: "Right",
    series: [serieNeuve("", source)],
    axes: {
      horizontal: { titre: "", format: "General" },
      vertical: { titre: "", format: "General" },
    },
  };
}

function serieNeuve(nom: string, valeurs: string): SerieRetenue {
  return { nom, valeurs, abscisses: "", allure: {} };
}

function objetGraphique(
  classeur: ClasseurOuvert,
  feuille: FWorksheet,
  graphique: GraphiqueRetenu
): ObjetHote {
  const { axes } = graphique;
  return {
    type: "Chart",
    proprietes: {
      Name: champ(graphique, "nom", texte),
      ChartType: champ(graphique, "genre", texte),
    },
    objets: {
      Title: () => ({
        type: "ChartTitle",
        proprietes: { Text: champ(graphique, "titre", texte) },
        objets: { Format: () => objetDePolice("ChartTitleFormat") },
      }),
      Legend: () => ({
        type: "ChartLegend",
        proprietes: { Position: champ(graphique, "legende", texte) },
      }),
      Format: () => objetDePolice("ChartAreaFormat"),
      Axes: () => ({
        type: "ChartAxes",
        proprietes: {},
        objets: {
          CategoryAxis: () => objetAxe(axes.horizontal),
          ValueAxis: () => objetAxe(axes.vertical),
        },
      }),
      Series: () => objetSeries(graphique),
    },
    methodes: {
      SetPosition: (debut, fin) => {
        const coin = (adresse: unknown) => lireAdresse(classeur, feuille, texte(adresse)).zone;
        const { ligne, colonne } = coin(debut);
        const autre = coin(fin);
        const hauteur = autre.ligne - ligne + 1;
        const largeur = autre.colonne - colonne + 1;
        if (hauteur < 1 || largeur < 1) throw argumentInvalide();
        graphique.plage = ecrireZone({ ligne, colonne, hauteur, largeur });
      },
      Delete: () => classeur.graphiques.retirer(feuille.getSheetId(), graphique),
    },
  };
}

function objetSeries(graphique: GraphiqueRetenu): ObjetHote {
  return {
    type: "ChartSeriesCollection",
    proprietes: {},
    elements: () => graphique.series.map(objetSerie),
    acces: {
      GetItemAt: (rang) => objetSerie(existant(graphique.series[nombre(rang)])),
      Add: (nom) => {
        const serie = serieNeuve(texteOuVide(nom), "");
        graphique.series.push(serie);
        return objetSerie(serie);
      },
    },
    methodes: { GetCount: () => graphique.series.length },
  };
}

function objetSerie(serie: SerieRetenue): ObjetHote {
  const { allure } = serie;
  const garder = (nom: string) => garde(allure, nom);
  return {
    type: "ChartSeries",
    proprietes: {
      Name: champ(serie, "nom", texte),
      MarkerStyle: garder("MarkerStyle"),
      MarkerSize: garder("MarkerSize"),
      MarkerForegroundColor: garder("MarkerForegroundColor"),
      MarkerBackgroundColor: garder("MarkerBackgroundColor"),
    },
    objets: {
      Format: () => ({
        type: "ChartSeriesFormat",
        proprietes: {},
        objets: {
          Line: () => ({
            type: "ChartLineFormat",
            proprietes: {
              Color: garder("Color"),
              LineStyle: garder("LineStyle"),
              Weight: garder("Weight"),
            },
          }),
          Fill: () => ({
            type: "ChartFill",
            proprietes: {},
            methodes: {
              SetSolidColor: (couleur) => {
                allure.Fill = texte(couleur);
              },
            },
          }),
        },
      }),
    },
    methodes: {
      SetValues: (plage) => {
        serie.valeurs = plageDe(plage);
      },
      SetXAxisValues: (plage) => {
        serie.abscisses = plageDe(plage);
      },
    },
  };
}

function objetAxe(axe: AxeRetenu): ObjetHote {
  return {
    type: "ChartAxis",
    proprietes: {
      NumberFormat: champ(axe, "format", texte),
      Minimum: champ(axe, "minimum", nombre),
      Maximum: champ(axe, "maximum", nombre),
      MajorUnit: champ(axe, "pas", nombre),
    },
    objets: {
      Title: () => ({
        type: "ChartAxisTitle",
        proprietes: { Text: champ(axe, "titre", texte) },
      }),
    },
  };
}

/** Les polices d'un graphique sont acceptées, sans plus : rien ne les montre. */
function objetDePolice(type: string): ObjetHote {
  const police = {};
  return {
    type,
    proprietes: {},
    objets: {
      Font: () => ({
        type: "ChartFont",
        proprietes: { Size: garde(police, "Size"), Bold: garde(police, "Bold") },
      }),
    },
  };
}

function champ<Objet, Cle extends keyof Objet>(
  objet: Objet,
  cle: Cle,
  lire: (valeur: unknown) => Objet[Cle]
): Propriete {
  return lectureEcriture(
    () => objet[cle],
    (valeur) => {
      objet[cle] = lire(valeur);
    }
  );
}

function garde(sac: Record<string, unknown>, nom: string): Propriete {
  return lectureEcriture(
    () => sac[nom] ?? null,
    (valeur) => {
      sac[nom] = valeur;
    }
  );
}

function plageDe(valeur: unknown): string {
  if (!estPlage(valeur)) throw argumentInvalide();
  return ecrireZone(valeur.zone);
}

function existant<T>(objet: T | undefined): T {
  if (objet === undefined) throw introuvable();
  return objet;
}
