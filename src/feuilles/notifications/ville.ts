import { quelArticle, sommer } from "../../regles";
import { ecrireArticle } from "../../redaction";
import { villeDe } from "../article-2/arrondissements";
import { objectifsQualitatifs } from "../article-2/qualite";
import { rubriqueDuContrat, source, type Matiere } from "../matiere";
import { completer, fixes, type Donnees, type Ici } from "./donnees";

/** Paris, Lyon ou Marseille : l'objectif de ses arrondissements. Le reste n'est pas dans leur tableau. */
export function donneesDeLaVille(matiere: Matiere, ici: Ici): Donnees {
  const { controle, suites, plh } = matiere;
  const { apres } = controle.totaux;
  const { plai, pls } = objectifsQualitatifs(controle, plh);
  const objectifs = suites.map((suite) => source(matiere, suite, rubriqueDuContrat(matiere)));
  const signe = controle.signe?.version.communes;
  const inconnu = fixes([null]);
  return completer(
    {
      nom: fixes([villeDe(matiere)]),
      insee: inconnu,
      epci: fixes([controle.epci]),
      tauxLs: inconnu,
      deficit: inconnu,
      tauxAvant: inconnu,
      avant: inconnu,
      apres: {
        formule: objectifs.includes(null) ? null : `SUM(${objectifs.join(",")})`,
        valeurs: [apres],
      },
      signe: fixes([signe === undefined ? null : sommer(signe.map(({ objectif }) => objectif))]),
      tauxApres: inconnu,
      plai: { formule: `CMS.PLAI.MIN(${ici("apres")})`, valeurs: [plai] },
      pls: { formule: `CMS.PLS.MAX(${ici("apres")},,TRUE)`, valeurs: [pls] },
      base: fixes(["objectif légal"]),
      article: fixes([ecrireArticle(quelArticle("legal", controle.bareme))]),
    },
    matiere,
    ici
  );
}
