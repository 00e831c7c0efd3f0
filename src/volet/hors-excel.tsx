/** Mot d'accueil quand la page est ouverte ailleurs que dans Excel. */
export function HorsExcel(): React.JSX.Element {
  return (
    <main>
      <h1>Complément CMS</h1>
      <p>Cette page est le volet d’un complément Excel : elle a besoin d’un classeur.</p>
      <p>
        Ouvrez un classeur dans Excel, puis l’onglet Accueil, groupe « Complément CMS ». Si vous y
        êtes déjà, le réseau a peut-être bloqué office.js, le fichier de Microsoft qui relie le
        volet à Excel.
      </p>
      <p>
        <a href="aide/index.html">Lire l’aide des fonctions</a>
      </p>
    </main>
  );
}
