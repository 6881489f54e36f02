<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL">
<context>
    <name>Actions</name>
    <message>
        <source>Open Files…</source>
        <translation>Otwórz pliki…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Otwórz folder…</translation>
    </message>
    <message>
        <source>Close Study</source>
        <translation>Zamknij badanie</translation>
    </message>
    <message>
        <source>Close All</source>
        <translation>Zamknij wszystko</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Opisy na obrazie</translation>
    </message>
    <message>
        <source>Hide Patient</source>
        <translation>Ukryj pacjenta</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Nakładki</translation>
    </message>
    <message>
        <source>Shutters</source>
        <translation>Przesłony</translation>
    </message>
    <message>
        <source>Reference Lines</source>
        <translation>Linie odniesienia</translation>
    </message>
    <message>
        <source>Link Scrolling</source>
        <translation>Powiąż przewijanie</translation>
    </message>
    <message>
        <source>One Cell / All Cells</source>
        <translation>Jedno pole / wszystkie pola</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Pełny ekran</translation>
    </message>
    <message>
        <source>Next Series</source>
        <translation>Następna seria</translation>
    </message>
    <message>
        <source>Previous Series</source>
        <translation>Poprzednia seria</translation>
    </message>
    <message>
        <source>Next Study</source>
        <translation>Następne badanie</translation>
    </message>
    <message>
        <source>Previous Study</source>
        <translation>Poprzednie badanie</translation>
    </message>
    <message>
        <source>Next Image</source>
        <translation>Następny obraz</translation>
    </message>
    <message>
        <source>Previous Image</source>
        <translation>Poprzedni obraz</translation>
    </message>
    <message>
        <source>Ten Images On</source>
        <translation>Dziesięć obrazów dalej</translation>
    </message>
    <message>
        <source>Ten Images Back</source>
        <translation>Dziesięć obrazów wstecz</translation>
    </message>
    <message>
        <source>First Image</source>
        <translation>Pierwszy obraz</translation>
    </message>
    <message>
        <source>Last Image</source>
        <translation>Ostatni obraz</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Dopasuj</translation>
    </message>
    <message>
        <source>Actual Size (1:1)</source>
        <translation>Rozmiar rzeczywisty (1:1)</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>Powiększ</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Pomniejsz</translation>
    </message>
    <message>
        <source>Flip Horizontally</source>
        <translation>Odbij w poziomie</translation>
    </message>
    <message>
        <source>Flip Vertically</source>
        <translation>Odbij w pionie</translation>
    </message>
    <message>
        <source>Rotate Left</source>
        <translation>Obróć w lewo</translation>
    </message>
    <message>
        <source>Rotate Right</source>
        <translation>Obróć w prawo</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Odwróć skalę szarości</translation>
    </message>
    <message>
        <source>Reset View</source>
        <translation>Przywróć widok</translation>
    </message>
    <message>
        <source>Window Tool</source>
        <translation>Narzędzie okna</translation>
    </message>
    <message>
        <source>Zoom Tool</source>
        <translation>Narzędzie powiększania</translation>
    </message>
    <message>
        <source>Pan Tool</source>
        <translation>Narzędzie przesuwania</translation>
    </message>
    <message>
        <source>Scroll Tool</source>
        <translation>Narzędzie przewijania</translation>
    </message>
    <message>
        <source>Play or Pause</source>
        <translation>Odtwórz lub wstrzymaj</translation>
    </message>
    <message>
        <source>Automatic Window</source>
        <translation>Okno automatyczne</translation>
    </message>
    <message>
        <source>First Window of the File</source>
        <translation>Pierwsze okno z pliku</translation>
    </message>
    <message>
        <source>Second Window of the File</source>
        <translation>Drugie okno z pliku</translation>
    </message>
    <message>
        <source>CT Abdomen</source>
        <translation>TK jama brzuszna</translation>
    </message>
    <message>
        <source>CT Lung</source>
        <translation>TK płuca</translation>
    </message>
    <message>
        <source>CT Bone</source>
        <translation>TK kości</translation>
    </message>
    <message>
        <source>CT Brain</source>
        <translation>TK mózg</translation>
    </message>
    <message>
        <source>CT Mediastinum</source>
        <translation>TK śródpiersie</translation>
    </message>
    <message>
        <source>CT Liver</source>
        <translation>TK wątroba</translation>
    </message>
    <message>
        <source>CT Angio</source>
        <translation>TK angio</translation>
    </message>
    <message>
        <source>Window as in the File</source>
        <translation>Okno jak w pliku</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klawisze</translation>
    </message>
    <message>
        <source>About DICOMaestro</source>
        <translation>O programie DICOMaestro</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Obraz</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>O&amp;kno</translation>
    </message>
    <message>
        <source>&amp;Cine</source>
        <translation>Pę&amp;tla</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Pomo&amp;c</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Narzędzia</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Układ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Motyw</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Dragging Up Raises the Window Centre</source>
        <translation>Przeciąganie w górę podnosi środek okna</translation>
    </message>
    <message>
        <source>Memory for Images…</source>
        <translation>Pamięć na obrazy…</translation>
    </message>
    <message>
        <source>Open Recent</source>
        <translation>Otwórz ostatnie</translation>
    </message>
    <message>
        <source>Remember What Was Opened</source>
        <translation>Zapamiętuj otwierane</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportuj…</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Narzędzia</translation>
    </message>
    <message>
        <source>New DICOM…</source>
        <translation>Nowy DICOM…</translation>
    </message>
    <message>
        <source>Length Tool</source>
        <translation>Narzędzie długości</translation>
    </message>
    <message>
        <source>Angle Tool</source>
        <translation>Narzędzie kąta</translation>
    </message>
    <message>
        <source>Ellipse Tool (Values)</source>
        <translation>Narzędzie elipsy (wartości)</translation>
    </message>
    <message>
        <source>Remove Measurement</source>
        <translation>Usuń pomiar</translation>
    </message>
    <message>
        <source>Export Anonymised…</source>
        <translation>Eksportuj zanonimizowane…</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Przeciąganie lewym</translation>
    </message>
    <message>
        <source>Window, or the tool that is chosen</source>
        <translation>Okno albo wybrane narzędzie</translation>
    </message>
    <message>
        <source>Shift or Ctrl + left drag</source>
        <translation>Shift lub Ctrl + przeciąganie lewym</translation>
    </message>
    <message>
        <source>Window, finer or coarser</source>
        <translation>Okno dokładniej lub szybciej</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Kółko</translation>
    </message>
    <message>
        <source>Next or previous image</source>
        <translation>Następny lub poprzedni obraz</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Shift + kółko</translation>
    </message>
    <message>
        <source>Five images at a time</source>
        <translation>Po pięć obrazów</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + kółko</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Powiększenie w miejscu kursora</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Przeciąganie prawym</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Powiększenie</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Kliknięcie prawym</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Przeciąganie środkowym</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Przesuwanie</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Podwójne kliknięcie</translation>
    </message>
    <message>
        <source>Drag from the list</source>
        <translation>Przeciągnięcie z listy</translation>
    </message>
    <message>
        <source>A series in another cell</source>
        <translation>Seria w innym polu</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Mysz</translation>
    </message>
    <message>
        <source>Edit a Copy</source>
        <translation>Edytuj kopię</translation>
    </message>
</context>
<context>
    <name>AnonymiseEffect</name>
    <message>
        <source>kept</source>
        <translation>zostaje</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>usunięte</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>opróżnione</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>zastąpione</translation>
    </message>
    <message>
        <source>pseudonym</source>
        <translation>pseudonim</translation>
    </message>
    <message>
        <source>shifted</source>
        <translation>przesunięte</translation>
    </message>
    <message>
        <source>cleaned</source>
        <translation>oczyszczone</translation>
    </message>
    <message>
        <source>added</source>
        <translation>dodane</translation>
    </message>
    <message>
        <source>blacked out</source>
        <translation>zaczernione</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>skrócone</translation>
    </message>
</context>
<context>
    <name>AnonymiseWarning</name>
    <message>
        <source>the file says that texts are burned into the pixels</source>
        <translation>plik mówi, że teksty są wpisane w piksele</translation>
    </message>
    <message>
        <source>ultrasound images often have the patient&apos;s name in the pixels</source>
        <translation>obrazy USG często mają nazwisko pacjenta w pikselach</translation>
    </message>
    <message>
        <source>secondary captures often have the patient&apos;s name in the pixels</source>
        <translation>zrzuty (secondary capture) często mają nazwisko pacjenta w pikselach</translation>
    </message>
    <message>
        <source>photographs and videos often have the patient&apos;s name in the pixels</source>
        <translation>fotografie i filmy często mają nazwisko pacjenta w pikselach</translation>
    </message>
    <message>
        <source>screen shots often have the patient&apos;s name in the pixels</source>
        <translation>zrzuty ekranu często mają nazwisko pacjenta w pikselach</translation>
    </message>
    <message>
        <source>nothing is blacked out</source>
        <translation>nic nie jest zaczernione</translation>
    </message>
    <message>
        <source>check that the rectangles cover all of them</source>
        <translation>sprawdź, czy prostokąty zakrywają wszystko</translation>
    </message>
    <message>
        <source>the file says that the patient can be recognized in the picture</source>
        <translation>plik mówi, że pacjenta można rozpoznać na obrazie</translation>
    </message>
    <message>
        <source>the file is cut short</source>
        <translation>plik jest urwany</translation>
    </message>
    <message>
        <source>what is there was anonymised</source>
        <translation>zanonimizowano to, co w nim jest</translation>
    </message>
    <message>
        <source>a time without a date goes over midnight: intervals to it are a day off</source>
        <translation>godzina bez daty przechodzi przez północ: odstępy do niej różnią się o dzień</translation>
    </message>
    <message>
        <source>a rectangle lies outside the image</source>
        <translation>prostokąt leży poza obrazem</translation>
    </message>
    <message>
        <source>the directory lists patients</source>
        <translation>katalog wymienia pacjentów</translation>
    </message>
    <message>
        <source>its records are removed</source>
        <translation>jego wpisy usunięto</translation>
    </message>
    <message>
        <source>every value of the report is replaced</source>
        <translation>wszystkie wartości raportu zastąpiono</translation>
    </message>
    <message>
        <source>its structure and the images it names are left</source>
        <translation>pozostała jego struktura i odwołania do obrazów</translation>
    </message>
    <message>
        <source>the document cannot be cleaned</source>
        <translation>dokumentu nie da się oczyścić</translation>
    </message>
    <message>
        <source>an empty one stands in its place</source>
        <translation>w jego miejscu jest pusty</translation>
    </message>
    <message>
        <source>the video stays as it is</source>
        <translation>wideo pozostaje bez zmian</translation>
    </message>
    <message>
        <source>nobody looked for texts between its pictures</source>
        <translation>nie szukano tekstów między jego obrazami</translation>
    </message>
    <message>
        <source>the pixels are written uncompressed</source>
        <translation>piksele zapisano bez kompresji</translation>
    </message>
    <message>
        <source>unused bits of the pixels, where overlays may be, cannot be cleared</source>
        <translation>nieużywanych bitów pikseli, w których mogą być nakładki, nie da się wyczyścić</translation>
    </message>
</context>
<context>
    <name>ApiFault</name>
    <message>
        <source>This field is required.</source>
        <translation>To pole jest wymagane.</translation>
    </message>
    <message>
        <source>This field may not be blank.</source>
        <translation>To pole nie może być puste.</translation>
    </message>
    <message>
        <source>Enter a valid email address.</source>
        <translation>Podaj poprawny adres e-mail.</translation>
    </message>
    <message>
        <source>Ensure this field has at least 8 characters.</source>
        <translation>To pole musi mieć co najmniej 8 znaków.</translation>
    </message>
    <message>
        <source>Ensure this field has no more than 50 characters.</source>
        <translation>To pole może mieć najwyżej 50 znaków.</translation>
    </message>
    <message>
        <source>Ensure this field has no more than 254 characters.</source>
        <translation>To pole może mieć najwyżej 254 znaki.</translation>
    </message>
    <message>
        <source>Ensure this field has no more than 255 characters.</source>
        <translation>To pole może mieć najwyżej 255 znaków.</translation>
    </message>
    <message>
        <source>Null characters are not allowed.</source>
        <translation>Znaki zerowe są niedozwolone.</translation>
    </message>
    <message>
        <source>user with this email already exists.</source>
        <translation>Konto z tym adresem już istnieje.</translation>
    </message>
    <message>
        <source>The server is off.</source>
        <translation>Serwer jest wyłączony.</translation>
    </message>
    <message>
        <source>The server is on.</source>
        <translation>Serwer jest włączony.</translation>
    </message>
    <message>
        <source>another server uses this data directory</source>
        <translation>Inny serwer używa tego folderu danych.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Imię</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organizacja</translation>
    </message>
    <message>
        <source>Port %1 cannot be used: %2</source>
        <translation>Nie można użyć portu %1: %2</translation>
    </message>
    <message>
        <source>The bound address is already in use</source>
        <translation>adres jest już zajęty</translation>
    </message>
    <message>
        <source>The address is protected</source>
        <translation>adres jest chroniony</translation>
    </message>
    <message>
        <source>The address is not available</source>
        <translation>adres jest niedostępny</translation>
    </message>
    <message>
        <source>The data directory cannot be made: %1</source>
        <translation>Nie można utworzyć katalogu danych: %1</translation>
    </message>
    <message>
        <source>The data directory cannot be written: %1</source>
        <translation>Nie można zapisywać w katalogu danych: %1</translation>
    </message>
    <message>
        <source>The data directory was written by a newer version of DICOMaestro.</source>
        <translation>Katalog danych zapisała nowsza wersja programu DICOMaestro.</translation>
    </message>
    <message>
        <source>The database cannot be read: %1</source>
        <translation>Nie można odczytać bazy danych: %1</translation>
    </message>
    <message>
        <source>The database is damaged: %1</source>
        <translation>Baza danych jest uszkodzona: %1</translation>
    </message>
    <message>
        <source>The secrets cannot be kept: %1</source>
        <translation>Nie można przechować sekretów: %1</translation>
    </message>
    <message>
        <source>The signing key cannot be kept: %1</source>
        <translation>Nie można przechować klucza podpisującego: %1</translation>
    </message>
</context>
<context>
    <name>CornerTexts</name>
    <message>
        <source>Study %1</source>
        <translation>Badanie %1</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Kolejność: %1</translation>
    </message>
    <message>
        <source>Faulty file: %1</source>
        <translation>Wadliwy plik: %1</translation>
    </message>
    <message>
        <source>The picture itself may name the patient</source>
        <translation>Sam obraz może zawierać dane pacjenta</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>lustrzane odbicie</translation>
    </message>
    <message>
        <source>Acc %1</source>
        <translation>Nr zlec. %1</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>Seria %1</translation>
    </message>
    <message>
        <source>Thickness %1 mm</source>
        <translation>Grubość %1 mm</translation>
    </message>
    <message>
        <source>Location %1 mm</source>
        <translation>Położenie %1 mm</translation>
    </message>
    <message>
        <source>Image %1 / %2</source>
        <translation>Obraz %1 / %2</translation>
    </message>
    <message>
        <source>Zoom %1 %</source>
        <translation>Powiększenie %1 %</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Odwrócony</translation>
    </message>
    <message>
        <source>The window is outside the data</source>
        <translation>Okno leży poza danymi</translation>
    </message>
    <message>
        <source>Lossy compressed</source>
        <translation>Kompresja stratna</translation>
    </message>
    <message>
        <source>position</source>
        <translation>położenia</translation>
    </message>
    <message>
        <source>instance number</source>
        <translation>numeru obrazu</translation>
    </message>
    <message>
        <source>slice location</source>
        <translation>położenia warstwy</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>czasu akwizycji</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>nazwy pliku</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>wyboru programu</translation>
    </message>
    <message>
        <source>%1 slices seem to be missing</source>
        <translation>Prawdopodobnie brakuje warstw: %1</translation>
    </message>
    <message>
        <source>Irregular slice spacing</source>
        <translation>Nieregularny odstęp warstw</translation>
    </message>
    <message>
        <source>Gantry tilt %1°</source>
        <translation>Nachylenie gantry %1°</translation>
    </message>
    <message>
        <source>Several images at one position</source>
        <translation>Kilka obrazów w jednym położeniu</translation>
    </message>
    <message>
        <source>b = %1 s/mm²</source>
        <translation>b = %1 s/mm²</translation>
    </message>
    <message>
        <source>Echo %1</source>
        <translation>Echo %1</translation>
    </message>
    <message>
        <source>Time %1</source>
        <translation>Czas %1</translation>
    </message>
    <message>
        <source>Volume %1</source>
        <translation>Objętość %1</translation>
    </message>
</context>
<context>
    <name>EditReason</name>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ma więcej niż %1 znaków</translation>
    </message>
    <message>
        <source>has characters other than printable ASCII</source>
        <translation>zawiera znaki spoza drukowalnego ASCII</translation>
    </message>
    <message>
        <source>is blank</source>
        <translation>jest puste</translation>
    </message>
    <message>
        <source>is not an age (nnnD, nnnW, nnnM or nnnY)</source>
        <translation>nie jest wiekiem (nnnD, nnnW, nnnM lub nnnY)</translation>
    </message>
    <message>
        <source>has characters other than A-Z, 0-9, space and underscore</source>
        <translation>zawiera znaki inne niż A-Z, 0-9, spacja i podkreślenie</translation>
    </message>
    <message>
        <source>is not a date (YYYYMMDD)</source>
        <translation>nie jest datą (RRRRMMDD)</translation>
    </message>
    <message>
        <source>is not a decimal number</source>
        <translation>nie jest liczbą dziesiętną</translation>
    </message>
    <message>
        <source>is not a date and time (YYYYMMDDHHMMSS.FFFFFF&amp;ZZXX)</source>
        <translation>nie jest datą i godziną (RRRRMMDDGGMMSS.FFFFFF&amp;ZZXX)</translation>
    </message>
    <message>
        <source>is not a whole number of 32 bits</source>
        <translation>nie jest 32-bitową liczbą całkowitą</translation>
    </message>
    <message>
        <source>has control characters</source>
        <translation>zawiera znaki sterujące</translation>
    </message>
    <message>
        <source>is not in the form of its VR</source>
        <translation>nie ma postaci wymaganej przez VR</translation>
    </message>
    <message>
        <source>is not a person name (three groups of five components, 64 characters a group)</source>
        <translation>nie jest nazwiskiem osoby (trzy grupy po pięć składników, 64 znaki na grupę)</translation>
    </message>
    <message>
        <source>is not a time (HHMMSS.FFFFFF)</source>
        <translation>nie jest godziną (GGMMSS.FFFFFF)</translation>
    </message>
    <message>
        <source>is not a UID</source>
        <translation>nie jest identyfikatorem UID</translation>
    </message>
    <message>
        <source>has characters that no URI has</source>
        <translation>zawiera znaki niedozwolone w URI</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>nie jest liczbą całkowitą</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>nie jest liczbą</translation>
    </message>
    <message>
        <source>is not a tag (gggg,eeee)</source>
        <translation>nie jest znacznikiem (gggg,eeee)</translation>
    </message>
    <message>
        <source>cannot be written as text</source>
        <translation>nie da się zapisać jako tekst</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>nie istnieje</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>już istnieje</translation>
    </message>
    <message>
        <source>is no sequence</source>
        <translation>nie jest sekwencją</translation>
    </message>
    <message>
        <source>belongs to the picture or the character set</source>
        <translation>należy do obrazu albo do zestawu znaków</translation>
    </message>
    <message>
        <source>has no place in a data set</source>
        <translation>nie ma miejsca w zbiorze danych</translation>
    </message>
    <message>
        <source>is no place for a private element</source>
        <translation>nie jest miejscem na element prywatny</translation>
    </message>
    <message>
        <source>needs the private creator of its block first</source>
        <translation>wymaga najpierw twórcy bloku prywatnego</translation>
    </message>
    <message>
        <source>is the creator of private elements that are still there</source>
        <translation>jest twórcą elementów prywatnych, które nadal istnieją</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The file does not exist</source>
        <translation>Plik nie istnieje</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Nie można odczytać pliku</translation>
    </message>
    <message>
        <source>This is not a DICOM file</source>
        <translation>To nie jest plik DICOM</translation>
    </message>
    <message>
        <source>The file is cut short</source>
        <translation>Plik jest ucięty</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Plik jest uszkodzony</translation>
    </message>
    <message>
        <source>Sequences are nested too deep</source>
        <translation>Zbyt głęboko zagnieżdżone sekwencje</translation>
    </message>
    <message>
        <source>Larger than the limit</source>
        <translation>Przekracza dopuszczalny rozmiar</translation>
    </message>
    <message>
        <source>This transfer syntax is not supported</source>
        <translation>Ta składnia transferu nie jest obsługiwana</translation>
    </message>
    <message>
        <source>This pixel format is not supported</source>
        <translation>Ten format pikseli nie jest obsługiwany</translation>
    </message>
    <message>
        <source>This object has no image</source>
        <translation>Ten obiekt nie zawiera obrazu</translation>
    </message>
    <message>
        <source>There is no such frame</source>
        <translation>Nie ma takiej klatki</translation>
    </message>
    <message>
        <source>The compressed image is damaged</source>
        <translation>Skompresowany obraz jest uszkodzony</translation>
    </message>
    <message>
        <source>This is not a readable zip archive</source>
        <translation>To nie jest czytelne archiwum zip</translation>
    </message>
    <message>
        <source>The zip archive was refused</source>
        <translation>Archiwum zip zostało odrzucone</translation>
    </message>
    <message>
        <source>It could not be written</source>
        <translation>Nie udało się zapisać</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Dysk jest pełny</translation>
    </message>
    <message>
        <source>Writing there is not permitted</source>
        <translation>Brak uprawnień do zapisu w tym miejscu</translation>
    </message>
    <message>
        <source>The folder does not exist</source>
        <translation>Folder nie istnieje</translation>
    </message>
    <message>
        <source>Nothing was overwritten</source>
        <translation>Niczego nie nadpisano</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Nieprawidłowy argument</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Anulowano</translation>
    </message>
</context>
<context>
    <name>ErrorDetail</name>
    <message>
        <source>the header ends early</source>
        <translation>nagłówek kończy się za wcześnie</translation>
    </message>
    <message>
        <source>the file ends before its data set</source>
        <translation>plik kończy się przed zbiorem danych</translation>
    </message>
    <message>
        <source>there is no data set</source>
        <translation>nie ma zbioru danych</translation>
    </message>
    <message>
        <source>there is no data element</source>
        <translation>nie ma żadnego elementu danych</translation>
    </message>
    <message>
        <source>too many data elements</source>
        <translation>za dużo elementów danych</translation>
    </message>
    <message>
        <source>too many items</source>
        <translation>za dużo pozycji</translation>
    </message>
    <message>
        <source>the value of %1 is cut short</source>
        <translation>wartość %1 jest ucięta</translation>
    </message>
    <message>
        <source>the sequence %1 is cut short</source>
        <translation>sekwencja %1 jest ucięta</translation>
    </message>
    <message>
        <source>the fragments of %1 are damaged or not closed</source>
        <translation>fragmenty %1 są uszkodzone albo niezamknięte</translation>
    </message>
    <message>
        <source>no item where %1 should have one</source>
        <translation>brak pozycji tam, gdzie %1 powinna ją mieć</translation>
    </message>
    <message>
        <source>the data set is not deflate data</source>
        <translation>zbiór danych nie jest skompresowany metodą deflate</translation>
    </message>
    <message>
        <source>the deflated data set expands past the limit</source>
        <translation>rozpakowany zbiór danych przekracza limit</translation>
    </message>
    <message>
        <source>the data set is implicit VR, its syntax says explicit</source>
        <translation>zbiór danych ma VR niejawne, a składnia mówi o jawnych</translation>
    </message>
    <message>
        <source>the data set is explicit VR, its syntax says implicit</source>
        <translation>zbiór danych ma VR jawne, a składnia mówi o niejawnych</translation>
    </message>
    <message>
        <source>the DICOMDIR names it</source>
        <translation>wymienia go DICOMDIR</translation>
    </message>
    <message>
        <source>folders nested too deep</source>
        <translation>foldery są zagnieżdżone zbyt głęboko</translation>
    </message>
    <message>
        <source>too many files at once</source>
        <translation>za dużo plików naraz</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>to nie jest zwykły plik</translation>
    </message>
    <message>
        <source>no central directory: the archive is cut short or no zip</source>
        <translation>brak katalogu centralnego: archiwum jest ucięte albo nie jest zipem</translation>
    </message>
    <message>
        <source>a part of a split archive</source>
        <translation>część podzielonego archiwum</translation>
    </message>
    <message>
        <source>the central directory is out of bounds</source>
        <translation>katalog centralny leży poza plikiem</translation>
    </message>
    <message>
        <source>the central directory is cut short</source>
        <translation>katalog centralny jest ucięty</translation>
    </message>
    <message>
        <source>the central directory is damaged</source>
        <translation>katalog centralny jest uszkodzony</translation>
    </message>
    <message>
        <source>the entry is out of bounds</source>
        <translation>pozycja leży poza plikiem</translation>
    </message>
    <message>
        <source>the entry has no header</source>
        <translation>pozycja nie ma nagłówka</translation>
    </message>
    <message>
        <source>the entry is cut short</source>
        <translation>pozycja jest ucięta</translation>
    </message>
    <message>
        <source>the entry&apos;s deflate data is damaged</source>
        <translation>dane deflate tej pozycji są uszkodzone</translation>
    </message>
    <message>
        <source>the entry holds more than it announces</source>
        <translation>pozycja zawiera więcej, niż zapowiada</translation>
    </message>
    <message>
        <source>the entry cannot be opened</source>
        <translation>pozycji nie można otworzyć</translation>
    </message>
    <message>
        <source>the entry&apos;s data is damaged</source>
        <translation>dane tej pozycji są uszkodzone</translation>
    </message>
    <message>
        <source>the entry&apos;s sizes contradict each other</source>
        <translation>rozmiary tej pozycji są ze sobą sprzeczne</translation>
    </message>
    <message>
        <source>the entry&apos;s checksum is wrong</source>
        <translation>suma kontrolna tej pozycji jest błędna</translation>
    </message>
    <message>
        <source>an archive inside the archive</source>
        <translation>archiwum w archiwum</translation>
    </message>
    <message>
        <source>the entry overlaps another</source>
        <translation>pozycja nachodzi na inną</translation>
    </message>
    <message>
        <source>the entry expands past the limit</source>
        <translation>rozpakowana pozycja przekracza limit</translation>
    </message>
    <message>
        <source>the entry is a symbolic link</source>
        <translation>pozycja jest dowiązaniem symbolicznym</translation>
    </message>
    <message>
        <source>the entry is encrypted</source>
        <translation>pozycja jest zaszyfrowana</translation>
    </message>
    <message>
        <source>the entry&apos;s name leads out of the archive</source>
        <translation>nazwa pozycji wyprowadza poza archiwum</translation>
    </message>
    <message>
        <source>compression method %1 is not supported</source>
        <translation>metoda kompresji %1 nie jest obsługiwana</translation>
    </message>
    <message>
        <source>the archive&apos;s entries together are past the limit</source>
        <translation>pozycje archiwum razem przekraczają limit</translation>
    </message>
    <message>
        <source>too many entries</source>
        <translation>za dużo pozycji</translation>
    </message>
    <message>
        <source>the archive has changed</source>
        <translation>archiwum się zmieniło</translation>
    </message>
    <message>
        <source>%1 (not shown: no video decoder)</source>
        <translation>%1 (bez obrazu: brak dekodera wideo)</translation>
    </message>
    <message>
        <source>%1 (not shown: no JPEG XL decoder)</source>
        <translation>%1 (bez obrazu: brak dekodera JPEG XL)</translation>
    </message>
    <message>
        <source>%1 (not shown: retired, no decoder known)</source>
        <translation>%1 (bez obrazu: wycofana, żaden dekoder nie jest znany)</translation>
    </message>
    <message>
        <source>%1 (not shown: pixels are fetched from a server)</source>
        <translation>%1 (bez obrazu: piksele pobiera się z serwera)</translation>
    </message>
    <message>
        <source>%1 (not shown: holds no pixel data)</source>
        <translation>%1 (bez obrazu: nie zawiera danych pikseli)</translation>
    </message>
    <message>
        <source>%1 (not shown: multi-component transforms of JPEG 2000 part 2 are not verified)</source>
        <translation>%1 (bez obrazu: przekształcenia wieloskładnikowe JPEG 2000 cz. 2 nie są sprawdzone)</translation>
    </message>
    <message>
        <source>Rows or Columns is missing or 0</source>
        <translation>brak Rows lub Columns albo są równe 0</translation>
    </message>
    <message>
        <source>Number of Frames is %1</source>
        <translation>Number of Frames wynosi %1</translation>
    </message>
    <message>
        <source>frame %1 needs %2 bytes of pixel data, %3 are there</source>
        <translation>klatka %1 wymaga %2 B danych pikseli, jest %3</translation>
    </message>
    <message>
        <source>frame %1 is empty</source>
        <translation>klatka %1 jest pusta</translation>
    </message>
    <message>
        <source>frame %1 has no fragment</source>
        <translation>klatka %1 nie ma fragmentu</translation>
    </message>
    <message>
        <source>frame %1 is cut short</source>
        <translation>klatka %1 jest ucięta</translation>
    </message>
    <message>
        <source>frame %1 of %2</source>
        <translation>klatka %1 z %2</translation>
    </message>
    <message>
        <source>the pixel data is empty</source>
        <translation>dane pikseli są puste</translation>
    </message>
    <message>
        <source>the pixel data element does not fit Bits Allocated</source>
        <translation>element danych pikseli nie pasuje do Bits Allocated</translation>
    </message>
    <message>
        <source>the transfer syntax is compressed, the pixel data is not</source>
        <translation>składnia transferu jest skompresowana, a dane pikseli nie</translation>
    </message>
    <message>
        <source>the pixel data is in fragments, the transfer syntax is native</source>
        <translation>dane pikseli są we fragmentach, a składnia transferu jest nieskompresowana</translation>
    </message>
    <message>
        <source>the frame needs %1 bytes, fewer are there</source>
        <translation>klatka wymaga %1 B, jest mniej</translation>
    </message>
    <message>
        <source>the frame holds fewer samples than pixels</source>
        <translation>klatka ma mniej próbek niż pikseli</translation>
    </message>
    <message>
        <source>no memory for the picture</source>
        <translation>brak pamięci na obraz</translation>
    </message>
    <message>
        <source>the palette is missing or broken</source>
        <translation>brak palety albo jest uszkodzona</translation>
    </message>
    <message>
        <source>%1: the compressed data is damaged</source>
        <translation>%1: skompresowane dane są uszkodzone</translation>
    </message>
    <message>
        <source>%1: a Huffman table with impossible categories</source>
        <translation>%1: tablica Huffmana z niemożliwymi kategoriami</translation>
    </message>
    <message>
        <source>%1: the stream ends too early</source>
        <translation>%1: strumień kończy się za wcześnie</translation>
    </message>
    <message>
        <source>%1: the stream ends before its last scan</source>
        <translation>%1: strumień kończy się przed ostatnim przebiegiem</translation>
    </message>
    <message>
        <source>%1: the codestream is damaged</source>
        <translation>%1: strumień kodu jest uszkodzony</translation>
    </message>
    <message>
        <source>%1: no start of image</source>
        <translation>%1: brak początku obrazu</translation>
    </message>
    <message>
        <source>%1: no frame header and scan</source>
        <translation>%1: brak nagłówka klatki i przebiegu</translation>
    </message>
    <message>
        <source>%1: the decoder gave up</source>
        <translation>%1: dekoder się poddał</translation>
    </message>
    <message>
        <source>%1: the stream is %2, the data set says %3</source>
        <translation>%1: strumień to %2, a zbiór danych mówi %3</translation>
    </message>
    <message>
        <source>%1: segment %2 ends before its last pixel</source>
        <translation>%1: segment %2 kończy się przed ostatnim pikselem</translation>
    </message>
    <message>
        <source>%1: segment %2 lies outside the frame</source>
        <translation>%1: segment %2 leży poza klatką</translation>
    </message>
    <message>
        <source>a broken Modality LUT is ignored</source>
        <translation>pominięto uszkodzoną Modality LUT</translation>
    </message>
    <message>
        <source>a Rescale Slope of 0 is ignored</source>
        <translation>pominięto Rescale Slope równe 0</translation>
    </message>
    <message>
        <source>a window without a positive width is ignored</source>
        <translation>pominięto okno bez dodatniej szerokości</translation>
    </message>
    <message>
        <source>a broken VOI LUT is ignored</source>
        <translation>pominięto uszkodzoną VOI LUT</translation>
    </message>
    <message>
        <source>an overlay without a size or with too little data is left out</source>
        <translation>pominięto nakładkę bez rozmiaru albo ze zbyt małą ilością danych</translation>
    </message>
    <message>
        <source>a broken %1 shutter is ignored</source>
        <translation>pominięto uszkodzoną przesłonę (%1)</translation>
    </message>
    <message>
        <source>neither a SOP Instance UID nor an image</source>
        <translation>brak i SOP Instance UID, i obrazu</translation>
    </message>
    <message>
        <source>neither a PNG nor a JPEG nor a TIFF</source>
        <translation>ani PNG, ani JPEG, ani TIFF</translation>
    </message>
    <message>
        <source>the picture has no pixels</source>
        <translation>obraz nie ma pikseli</translation>
    </message>
    <message>
        <source>the picture is too large: %1 x %2 pixels</source>
        <translation>obraz jest za duży: %1 x %2 pikseli</translation>
    </message>
    <message>
        <source>the picture is too large for its 16 bits a sample</source>
        <translation>obraz jest za duży jak na 16 bitów na próbkę</translation>
    </message>
    <message>
        <source>the PNG has no header</source>
        <translation>plik PNG nie ma nagłówka</translation>
    </message>
    <message>
        <source>the PNG is damaged</source>
        <translation>plik PNG jest uszkodzony</translation>
    </message>
    <message>
        <source>the JPEG is damaged: %1</source>
        <translation>plik JPEG jest uszkodzony: %1</translation>
    </message>
    <message>
        <source>the JPEG is neither grey nor RGB</source>
        <translation>plik JPEG nie jest ani w odcieniach szarości, ani RGB</translation>
    </message>
    <message>
        <source>the TIFF is damaged</source>
        <translation>plik TIFF jest uszkodzony</translation>
    </message>
    <message>
        <source>the TIFF has too many pages</source>
        <translation>plik TIFF ma za dużo stron</translation>
    </message>
    <message>
        <source>the pages of the TIFF are too large together</source>
        <translation>strony pliku TIFF są razem za duże</translation>
    </message>
    <message>
        <source>a TIFF of a kind that is not read</source>
        <translation>plik TIFF nieobsługiwanego rodzaju</translation>
    </message>
    <message>
        <source>a TIFF of signed or floating point samples</source>
        <translation>plik TIFF o próbkach ze znakiem lub zmiennoprzecinkowych</translation>
    </message>
    <message>
        <source>a tiled TIFF of 16 bits</source>
        <translation>plik TIFF o 16 bitach podzielony na kafelki</translation>
    </message>
    <message>
        <source>the pictures are too large together</source>
        <translation>obrazy są razem za duże</translation>
    </message>
    <message>
        <source>the frames of one instance must have one size and kind</source>
        <translation>klatki jednego obiektu muszą mieć ten sam rozmiar i rodzaj</translation>
    </message>
    <message>
        <source>a PDF cannot be written in a syntax that compresses pixels</source>
        <translation>PDF nie może być zapisany w składni, która kompresuje piksele</translation>
    </message>
    <message>
        <source>JPEG Baseline holds unsigned samples of 8 bits only</source>
        <translation>JPEG Baseline mieści tylko 8-bitowe próbki bez znaku</translation>
    </message>
    <message>
        <source>the parent has no valid Study Instance UID</source>
        <translation>obraz źródłowy nie ma poprawnego Study Instance UID</translation>
    </message>
    <message>
        <source>texts of the parent are not in its character set</source>
        <translation>teksty obrazu źródłowego nie są zapisane w jego zestawie znaków</translation>
    </message>
    <message>
        <source>bytes stand behind the delimiter of %1</source>
        <translation>za znacznikiem końca sekwencji %1 stoją jeszcze bajty</translation>
    </message>
    <message>
        <source>a rectangle lies outside the image</source>
        <translation>prostokąt leży poza obrazem</translation>
    </message>
    <message>
        <source>the frames are not alike</source>
        <translation>klatki nie są jednakowe</translation>
    </message>
    <message>
        <source>these colours cannot be written again</source>
        <translation>tych kolorów nie można zapisać ponownie</translation>
    </message>
    <message>
        <source>the uncompressed frames together</source>
        <translation>nieskompresowane klatki razem</translation>
    </message>
    <message>
        <source>the secret is shorter than 16 bytes</source>
        <translation>sekret jest krótszy niż 16 bajtów</translation>
    </message>
    <message>
        <source>%1: a frame above 4 GB</source>
        <translation>%1: klatka powyżej 4 GB</translation>
    </message>
    <message>
        <source>32-bit cells in big endian words whose order cannot be told</source>
        <translation>komórki 32-bitowe w słowach big endian, których kolejności nie można ustalić</translation>
    </message>
    <message>
        <source>YBR_PARTIAL_420 without a codec</source>
        <translation>YBR_PARTIAL_420 bez kodeka</translation>
    </message>
    <message>
        <source>4:2:2 chroma with an odd number of columns</source>
        <translation>chrominancja 4:2:2 przy nieparzystej liczbie kolumn</translation>
    </message>
    <message>
        <source>%1: no memory</source>
        <translation>%1: brak pamięci</translation>
    </message>
    <message>
        <source>%1: the frame cannot be encoded</source>
        <translation>%1: klatki nie można zakodować</translation>
    </message>
    <message>
        <source>%1: cells of %2 bits</source>
        <translation>%1: komórki o %2 bitach</translation>
    </message>
    <message>
        <source>the quota is used up</source>
        <translation>limit miejsca jest wyczerpany</translation>
    </message>
    <message>
        <source>a file may not be that large there</source>
        <translation>plik nie może tam być tak duży</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>dysk jest tylko do odczytu</translation>
    </message>
    <message>
        <source>a file of that name exists</source>
        <translation>plik o tej nazwie już istnieje</translation>
    </message>
    <message>
        <source>a folder of that name exists</source>
        <translation>folder o tej nazwie już istnieje</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>nazwa jest za długa</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>dysk zgłasza błąd</translation>
    </message>
    <message>
        <source>system error %1</source>
        <translation>błąd systemu %1</translation>
    </message>
    <message>
        <source>no file name</source>
        <translation>brak nazwy pliku</translation>
    </message>
    <message>
        <source>it is the original</source>
        <translation>to jest oryginał</translation>
    </message>
    <message>
        <source>no memory to compress</source>
        <translation>brak pamięci do kompresji</translation>
    </message>
    <message>
        <source>the picture has another size</source>
        <translation>obraz ma inny rozmiar</translation>
    </message>
    <message>
        <source>no images</source>
        <translation>brak obrazów</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>brak obrazu</translation>
    </message>
    <message>
        <source>a side is too long for a JPEG</source>
        <translation>bok jest za długi dla pliku JPEG</translation>
    </message>
    <message>
        <source>the picture is too large for a PNG</source>
        <translation>obraz jest za duży dla pliku PNG</translation>
    </message>
    <message>
        <source>a TIFF holds at most 4 GB</source>
        <translation>plik TIFF mieści najwyżej 4 GB</translation>
    </message>
    <message>
        <source>no such entry</source>
        <translation>nie ma takiego wpisu</translation>
    </message>
    <message>
        <source>the VR of %1 is none that there is</source>
        <translation>VR elementu %1 nie istnieje</translation>
    </message>
    <message>
        <source>the character set in force cannot hold the text</source>
        <translation>obowiązujący zestaw znaków nie może zapisać tego tekstu</translation>
    </message>
    <message>
        <source>the number is out of the range of %1</source>
        <translation>liczba jest poza zakresem %1</translation>
    </message>
    <message>
        <source>sequences are nested too deeply</source>
        <translation>sekwencje są zagnieżdżone zbyt głęboko</translation>
    </message>
    <message>
        <source>a value is longer than 32 bits can say</source>
        <translation>wartość jest dłuższa, niż można zapisać w 32 bitach</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n obraz</numerusform>
            <numerusform>%n obrazy</numerusform>
            <numerusform>%n obrazów</numerusform>
        </translation>
    </message>
    <message>
        <source>Unnamed patient</source>
        <translation>Pacjent bez nazwiska</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Badanie</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) without an image</source>
        <translation>
            <numerusform>%n obiekt bez obrazu</numerusform>
            <numerusform>%n obiekty bez obrazu</numerusform>
            <numerusform>%n obiektów bez obrazu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>mm (calib)</source>
        <translation>mm (kalib.)</translation>
    </message>
    <message>
        <source>mm (det)</source>
        <translation>mm (det.)</translation>
    </message>
    <message>
        <source>mm (det/mag)</source>
        <translation>mm (det./pow.)</translation>
    </message>
    <message>
        <source>mm (film)</source>
        <translation>mm (klisza)</translation>
    </message>
    <message>
        <source>mm (US)</source>
        <translation>mm (USG)</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Area %1 %2</source>
        <translation>Pole %1 %2</translation>
    </message>
    <message>
        <source>Mean %1 %2  SD %3</source>
        <translation>Średnia %1 %2  OS %3</translation>
    </message>
    <message>
        <source>Min %1  Max %2</source>
        <translation>Min %1  Maks %2</translation>
    </message>
</context>
<context>
    <name>TagText</name>
    <message>
        <source>Group Length</source>
        <translation>Długość grupy</translation>
    </message>
    <message>
        <source>Private Creator</source>
        <translation>Twórca prywatny</translation>
    </message>
    <message>
        <source>Private element</source>
        <translation>Element prywatny</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elementy</numerusform>
            <numerusform>%n elementów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n bajt</numerusform>
            <numerusform>%n bajty</numerusform>
            <numerusform>%n bajtów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiMenu</name>
    <message>
        <source>Abdomen</source>
        <translation>Jama brzuszna</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Płuca</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Kości</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Mózg</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Śródpiersie</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Wątroba</translation>
    </message>
    <message>
        <source>Angio</source>
        <translation>Angio</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Udar</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Krwiak podtwardówkowy</translation>
    </message>
    <message>
        <source>VOI LUT %1</source>
        <translation>VOI LUT %1</translation>
    </message>
    <message>
        <source>Auto: minimum to maximum</source>
        <translation>Automatyczne: od minimum do maksimum</translation>
    </message>
    <message>
        <source>Auto: without the outermost 0.1 %</source>
        <translation>Automatyczne: bez skrajnych 0,1 %</translation>
    </message>
</context>
<context>
    <name>app::AccountDialog</name>
    <message>
        <source>New account</source>
        <translation>Nowe konto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Imię</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Hasło</translation>
    </message>
    <message>
        <source>at least 8 characters</source>
        <translation>co najmniej 8 znaków</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nowe hasło</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
</context>
<context>
    <name>app::AccountsPanel</name>
    <message>
        <source>Add…</source>
        <translation>Dodaj…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Wyłącz konto</translation>
    </message>
    <message>
        <source>Set password…</source>
        <translation>Ustaw hasło…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konta</translation>
    </message>
    <message>
        <source> (disabled)</source>
        <translation> (wyłączone)</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Włącz konto</translation>
    </message>
    <message>
        <source>None yet. Add one, save its profile, then create a key.</source>
        <translation>Jeszcze żadnego. Dodaj konto, zapisz jego profil, potem utwórz klucz.</translation>
    </message>
</context>
<context>
    <name>app::AddElementDialog</name>
    <message>
        <source>Add an element</source>
        <translation>Dodaj element</translation>
    </message>
    <message>
        <source>PatientName or (0010,0010)</source>
        <translation>PatientName lub (0010,0010)</translation>
    </message>
    <message>
        <source>&amp;Element:</source>
        <translation>&amp;Element:</translation>
    </message>
    <message>
        <source>V&amp;R:</source>
        <translation>V&amp;R:</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Wartość:</translation>
    </message>
</context>
<context>
    <name>app::AnonymiseDialog</name>
    <message>
        <source>Keep &amp;UIDs</source>
        <translation>Zachowaj &amp;UID</translation>
    </message>
    <message>
        <source>Whoever has the original can find it by its UIDs. Otherwise they become others, the same throughout.</source>
        <translation>Kto ma oryginał, odnajdzie go po UID. Inaczej zmieniają się na inne, wszędzie te same.</translation>
    </message>
    <message>
        <source>Keep &amp;dates, shifted</source>
        <translation>Zachowaj &amp;daty, przesunięte</translation>
    </message>
    <message>
        <source>All dates of a patient are moved by the same time. Otherwise they are removed.</source>
        <translation>Wszystkie daty pacjenta przesuwają się o ten sam czas. Inaczej są usuwane.</translation>
    </message>
    <message>
        <source>Keep words of d&amp;escriptions</source>
        <translation>Zachowaj słowa &amp;opisów</translation>
    </message>
    <message>
        <source>Descriptions keep the words that imaging knows. Otherwise they are removed.</source>
        <translation>Opisy zachowują słowa znane w obrazowaniu. Inaczej są usuwane.</translation>
    </message>
    <message>
        <source>Keep &amp;graphics without texts</source>
        <translation>Zachowaj &amp;grafikę bez tekstów</translation>
    </message>
    <message>
        <source>Annotations keep their shapes. Otherwise they are removed.</source>
        <translation>Adnotacje zachowują kształty. Inaczej są usuwane.</translation>
    </message>
    <message>
        <source>Export anonymised</source>
        <translation>Eksport zanonimizowany</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>&amp;Eksportuj</translation>
    </message>
    <message>
        <source>&amp;What changes</source>
        <translation>&amp;Co się zmienia</translation>
    </message>
    <message>
        <source>&amp;Black out</source>
        <translation>&amp;Zaczernienie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>This &amp;image</source>
        <translation>Ten o&amp;braz</translation>
    </message>
    <message numerus="yes">
        <source>This &amp;series, %n object(s)</source>
        <translation>
            <numerusform>Ta &amp;seria, %n obiekt</numerusform>
            <numerusform>Ta &amp;seria, %n obiekty</numerusform>
            <numerusform>Ta &amp;seria, %n obiektów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This stud&amp;y, %n object(s)</source>
        <translation>
            <numerusform>To b&amp;adanie, %n obiekt</numerusform>
            <numerusform>To b&amp;adanie, %n obiekty</numerusform>
            <numerusform>To b&amp;adanie, %n obiektów</numerusform>
        </translation>
    </message>
    <message>
        <source>Basic Profile of DICOM PS3.15, and</source>
        <translation>Profil podstawowy DICOM PS3.15, a ponadto</translation>
    </message>
    <message>
        <source>Sec&amp;ret:</source>
        <translation>Sek&amp;ret:</translation>
    </message>
    <message>
        <source>none: a random one, forgotten afterwards</source>
        <translation>brak: losowy, potem zapomniany</translation>
    </message>
    <message>
        <source>The same secret, of 16 characters or more, gives the same patient the same pseudonym again. Who knows it can tell whose images they are.</source>
        <translation>Ten sam sekret, co najmniej 16 znaków, daje temu samemu pacjentowi ten sam pseudonim. Kto go zna, może ustalić, czyje to obrazy.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Dokąd</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>&amp;Przeglądaj…</translation>
    </message>
    <message>
        <source>Search element, name or value</source>
        <translation>Szukaj elementu, nazwy lub wartości</translation>
    </message>
    <message>
        <source>Draw rectangles with the left button: their pixels become black in every image and frame that is exported. Keys: arrows move a frame, with Shift they size it, Return adds it, Delete takes the last one away.</source>
        <translation>Rysuj prostokąty lewym przyciskiem: ich piksele będą czarne na każdym eksportowanym obrazie i każdej klatce. Klawisze: strzałki przesuwają ramkę, z Shift zmieniają jej rozmiar, Enter ją dodaje, Delete usuwa ostatnią.</translation>
    </message>
    <message>
        <source>&amp;Clear all</source>
        <translation>Usuń &amp;wszystkie</translation>
    </message>
    <message>
        <source>&amp;To file:</source>
        <translation>Do p&amp;liku:</translation>
    </message>
    <message>
        <source>&amp;To folder:</source>
        <translation>Do fo&amp;lderu:</translation>
    </message>
    <message>
        <source>Nothing is blacked out.</source>
        <translation>Nic nie jest zaczernione.</translation>
    </message>
    <message numerus="yes">
        <source>%n rectangle(s) blacked out.</source>
        <translation>
            <numerusform>%n prostokąt zaczerniony.</numerusform>
            <numerusform>%n prostokąty zaczernione.</numerusform>
            <numerusform>%n prostokątów zaczernionych.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) of the shown object change.</source>
        <translation>
            <numerusform>Zmienia się %n element pokazanego obiektu.</numerusform>
            <numerusform>Zmieniają się %n elementy pokazanego obiektu.</numerusform>
            <numerusform>Zmienia się %n elementów pokazanego obiektu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Eksportuj do pliku</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Eksportuj do folderu</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s): </source>
        <translation>
            <numerusform>%n obiekt: </numerusform>
            <numerusform>%n obiekty: </numerusform>
            <numerusform>%n obiektów: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n object(s) had been written.</source>
        <translation>
            <numerusform>Anulowano; zapisano wcześniej %n obiekt.</numerusform>
            <numerusform>Anulowano; zapisano wcześniej %n obiekty.</numerusform>
            <numerusform>Anulowano; zapisano wcześniej %n obiektów.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) written.</source>
        <translation>
            <numerusform>Zapisano %n obiekt.</numerusform>
            <numerusform>Zapisano %n obiekty.</numerusform>
            <numerusform>Zapisano %n obiektów.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ApiPanel</name>
    <message>
        <source>Local API</source>
        <translation>Lokalne API</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Użycie</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klucze</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Ostatnie żądania</translation>
    </message>
</context>
<context>
    <name>app::ApiPart</name>
    <message>
        <source>Local API…</source>
        <translation>Lokalne API…</translation>
    </message>
    <message>
        <source>Programs on this computer can use the viewer&apos;s server. Click to change that.</source>
        <translation>Programy na tym komputerze mogą korzystać z serwera przeglądarki. Kliknij, aby to zmienić.</translation>
    </message>
    <message>
        <source>Local API on · port %1</source>
        <translation>Lokalne API włączone · port %1</translation>
    </message>
</context>
<context>
    <name>app::BrowserPanel</name>
    <message>
        <source>Reverse the order</source>
        <translation>Odwróć kolejność</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Kolejność według</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pacjent</translation>
    </message>
</context>
<context>
    <name>app::ChangeModel</name>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Co się dzieje</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Było</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Będzie</translation>
    </message>
</context>
<context>
    <name>app::CineBar</name>
    <message>
        <source>Play all images</source>
        <translation>Odtwarzaj wszystkie obrazy</translation>
    </message>
    <message>
        <source>Images a second: wanted (reached), dropped</source>
        <translation>Obrazy na sekundę: docelowe (uzyskane), pominięte</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Odtwórz lub wstrzymaj</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Tam i z powrotem</translation>
    </message>
    <message>
        <source>Play from this image on</source>
        <translation>Odtwarzaj od tego obrazu</translation>
    </message>
    <message>
        <source>Play up to this image</source>
        <translation>Odtwarzaj do tego obrazu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>%1 kl./s</translation>
    </message>
</context>
<context>
    <name>app::CinePlayer</name>
    <message>
        <source>%1 fps</source>
        <translation>%1 kl./s</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>pominięto %1</translation>
    </message>
</context>
<context>
    <name>app::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Skopiowano</translation>
    </message>
</context>
<context>
    <name>app::DateEdit</name>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>Kalendarz (Alt+strzałka w dół)</translation>
    </message>
</context>
<context>
    <name>app::EditDocument</name>
    <message>
        <source>change of %1</source>
        <translation>zmiana %1</translation>
    </message>
    <message>
        <source>addition of %1</source>
        <translation>dodanie %1</translation>
    </message>
    <message>
        <source>new item in %1</source>
        <translation>nowa pozycja w %1</translation>
    </message>
    <message>
        <source>deletion of %1</source>
        <translation>usunięcie %1</translation>
    </message>
</context>
<context>
    <name>app::EditModel</name>
    <message>
        <source>Private Creator</source>
        <translation>Twórca bloku prywatnego</translation>
    </message>
    <message>
        <source>Private element</source>
        <translation>Element prywatny</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n pozycja</numerusform>
            <numerusform>%n pozycje</numerusform>
            <numerusform>%n pozycji</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n bajt</numerusform>
            <numerusform>%n bajty</numerusform>
            <numerusform>%n bajtów</numerusform>
        </translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Pozycja %1</translation>
    </message>
    <message>
        <source>Belongs to the picture or the character set: not edited by hand</source>
        <translation>Należy do obrazu albo do zestawu znaków: nie edytuje się ręcznie</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Znacznik</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
</context>
<context>
    <name>app::EditPanel</name>
    <message>
        <source>Add element</source>
        <translation>Dodaj element</translation>
    </message>
    <message>
        <source>Add item to sequence</source>
        <translation>Dodaj pozycję do sekwencji</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>New SOP &amp;Instance UID</source>
        <translation>Nowy SOP &amp;Instance UID</translation>
    </message>
    <message>
        <source>The copy is another object than the original</source>
        <translation>Kopia jest innym obiektem niż oryginał</translation>
    </message>
    <message>
        <source>&amp;Open the copy</source>
        <translation>&amp;Otwórz kopię</translation>
    </message>
    <message>
        <source>&amp;Save copy as…</source>
        <translation>&amp;Zapisz kopię jako…</translation>
    </message>
    <message>
        <source>Show the patient</source>
        <translation>Pokaż pacjenta</translation>
    </message>
    <message>
        <source>The patient is hidden, and the values of the copy with it.</source>
        <translation>Pacjent jest ukryty, a wraz z nim wartości kopii.</translation>
    </message>
    <message>
        <source>The copy is of another image than the one shown.</source>
        <translation>Kopia dotyczy innego obrazu niż pokazany.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n zmiana</numerusform>
            <numerusform>%n zmiany</numerusform>
            <numerusform>%n zmian</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nie zapisano</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Edycja kopii</translation>
    </message>
    <message>
        <source>The changes are not saved. Close all the same?</source>
        <translation>Zmiany nie są zapisane. Zamknąć mimo to?</translation>
    </message>
    <message>
        <source>Save copy</source>
        <translation>Zapisz kopię</translation>
    </message>
    <message>
        <source>DICOM files (*.dcm)</source>
        <translation>Pliki DICOM (*.dcm)</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nie zapisano: %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Zapisano jako %1</translation>
    </message>
</context>
<context>
    <name>app::ExamplesPanel</name>
    <message>
        <source>Is the server there?</source>
        <translation>Czy serwer działa?</translation>
    </message>
    <message>
        <source>Metadata and the first picture of a file, as JSON</source>
        <translation>Metadane i pierwszy obraz pliku jako JSON</translation>
    </message>
    <message>
        <source>Only some fields</source>
        <translation>Tylko niektóre pola</translation>
    </message>
    <message>
        <source>One frame as a PNG</source>
        <translation>Jedna klatka jako PNG</translation>
    </message>
    <message>
        <source>A token instead of a key</source>
        <translation>Token zamiast klucza</translation>
    </message>
    <message>
        <source>All routes, as an OpenAPI document</source>
        <translation>Wszystkie ścieżki jako dokument OpenAPI</translation>
    </message>
    <message>
        <source>In a terminal; put a key of yours in first: KEY=…</source>
        <translation>W terminalu; najpierw podaj swój klucz: KEY=…</translation>
    </message>
    <message>
        <source>A DICOM file of a picture</source>
        <translation>Plik DICOM z obrazka</translation>
    </message>
    <message>
        <source>A file without its patient</source>
        <translation>Plik bez danych pacjenta</translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message>
        <source>PNG pictures</source>
        <translation>Obrazy PNG</translation>
    </message>
    <message>
        <source>As on the screen, 8 bits, without loss.</source>
        <translation>Jak na ekranie, 8 bitów, bez strat.</translation>
    </message>
    <message>
        <source>JPEG pictures</source>
        <translation>Obrazy JPEG</translation>
    </message>
    <message>
        <source>As on the screen, small files, with loss.</source>
        <translation>Jak na ekranie, małe pliki, ze stratą jakości.</translation>
    </message>
    <message>
        <source>TIFF, 16 bits</source>
        <translation>TIFF, 16 bitów</translation>
    </message>
    <message>
        <source>The numbers themselves: Hounsfield units of a CT, else stored values. The file says which.</source>
        <translation>Same liczby: jednostki Hounsfielda w TK, w innych wartości zapisane. Plik mówi, które.</translation>
    </message>
    <message>
        <source>Animated GIF</source>
        <translation>Animowany GIF</translation>
    </message>
    <message>
        <source>A moving picture with the timing of the cine, 256 colours.</source>
        <translation>Ruchomy obraz w tempie filmu, 256 kolorów.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Eksportuj</translation>
    </message>
    <message>
        <source>A&amp;ll images in one file</source>
        <translation>&amp;Wszystkie obrazy w jednym pliku</translation>
    </message>
    <message>
        <source>&amp;Annotations: texts, letters, scale, measurements</source>
        <translation>O&amp;pisy: teksty, litery, podziałka, pomiary</translation>
    </message>
    <message>
        <source>&amp;Patient, dates and descriptions</source>
        <translation>Pa&amp;cjent, daty i opisy badania</translation>
    </message>
    <message>
        <source>&amp;Name the files after the patient</source>
        <translation>&amp;Nazwij pliki od pacjenta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>JPEG &amp;quality:</source>
        <translation>&amp;Jakość JPEG:</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>This &amp;image</source>
        <translation>Ten &amp;obraz</translation>
    </message>
    <message numerus="yes">
        <source>This &amp;series, %n image(s)</source>
        <translation>
            <numerusform>Ta &amp;seria, %n obraz</numerusform>
            <numerusform>Ta &amp;seria, %n obrazy</numerusform>
            <numerusform>Ta &amp;seria, %n obrazów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This st&amp;udy, %n image(s)</source>
        <translation>
            <numerusform>To &amp;badanie, %n obraz</numerusform>
            <numerusform>To &amp;badanie, %n obrazy</numerusform>
            <numerusform>To &amp;badanie, %n obrazów</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Size and &amp;orientation of the file, window as shown</source>
        <translation>&amp;Rozmiar i ułożenie z pliku, okno jak na ekranie</translation>
    </message>
    <message>
        <source>As s&amp;hown: zoom, turns, %1</source>
        <translation>Jak na e&amp;kranie: powiększenie, obroty, %1</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Dokąd</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Prze&amp;glądaj…</translation>
    </message>
    <message>
        <source>&amp;To file:</source>
        <translation>&amp;Do pliku:</translation>
    </message>
    <message>
        <source>&amp;To folder:</source>
        <translation>&amp;Do folderu:</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n plik</numerusform>
            <numerusform>%n pliki</numerusform>
            <numerusform>%n plików</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says that texts are part of the picture itself. They may name the patient and will be in what is exported.</source>
        <translation>Plik mówi, że teksty są częścią samego obrazu. Mogą zawierać dane pacjenta i będą w tym, co zostanie wyeksportowane.</translation>
    </message>
    <message>
        <source>Pictures of this kind (ultrasound, captures, photographs) often name the patient in the picture itself. Look at them before you pass them on.</source>
        <translation>Obrazy tego rodzaju (USG, zrzuty, fotografie) często zawierają dane pacjenta w samym obrazie. Obejrzyj je, zanim przekażesz je dalej.</translation>
    </message>
    <message>
        <source>The pictures will name the patient.</source>
        <translation>Na obrazach będą dane pacjenta.</translation>
    </message>
    <message>
        <source>The names of the files will name the patient.</source>
        <translation>W nazwach plików będą dane pacjenta.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Eksportuj do pliku</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Eksportuj do folderu</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names exist. Replace them?</source>
        <translation>
            <numerusform>Istnieje %n plik o takiej nazwie. Zastąpić go?</numerusform>
            <numerusform>Istnieją %n pliki o takich nazwach. Zastąpić je?</numerusform>
            <numerusform>Istnieje %n plików o takich nazwach. Zastąpić je?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n file(s) had been written.</source>
        <translation>
            <numerusform>Anulowano; zapisano wcześniej %n plik.</numerusform>
            <numerusform>Anulowano; zapisano wcześniej %n pliki.</numerusform>
            <numerusform>Anulowano; zapisano wcześniej %n plików.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>Zapisano %n plik.</numerusform>
            <numerusform>Zapisano %n pliki.</numerusform>
            <numerusform>Zapisano %n plików.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ImageView</name>
    <message>
        <source>VOI LUT %1</source>
        <translation>VOI LUT %1</translation>
    </message>
    <message>
        <source>Drop files, folders or zips here</source>
        <translation>Upuść tutaj pliki, foldery lub archiwa zip</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wczytywanie…</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>(at the detector)</source>
        <translation>(na detektorze)</translation>
    </message>
    <message>
        <source>(on the film)</source>
        <translation>(na kliszy)</translation>
    </message>
    <message>
        <source>(magnification estimated)</source>
        <translation>(powiększenie szacowane)</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>Przeciągnij tu serię</translation>
    </message>
</context>
<context>
    <name>app::KeysDialog</name>
    <message>
        <source>No Key</source>
        <translation>Bez klawisza</translation>
    </message>
    <message>
        <source>All as Standard</source>
        <translation>Wszystkie standardowe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klawisze</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>Szukaj polecenia lub klawisza</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Polecenie</translation>
    </message>
    <message>
        <source>Choose an action and press its new key.</source>
        <translation>Wybierz polecenie i naciśnij jego nowy klawisz.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Take it away there first.</source>
        <translation>%1 to klawisz polecenia „%2”. Najpierw mu go odbierz.</translation>
    </message>
    <message>
        <source>%1 is now the key of “%2”.</source>
        <translation>%1 jest teraz klawiszem polecenia „%2”.</translation>
    </message>
    <message>
        <source>“%1” has no key now.</source>
        <translation>Polecenie „%1” nie ma teraz klawisza.</translation>
    </message>
    <message>
        <source>All keys are as the program has them.</source>
        <translation>Wszystkie klawisze są znów standardowe.</translation>
    </message>
</context>
<context>
    <name>app::KeysPanel</name>
    <message>
        <source>Keys need a developer profile: save one first.</source>
        <translation>Klucze wymagają profilu programisty: najpierw go zapisz.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Utwórz klucz</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>Usuń klucz</translation>
    </message>
    <message>
        <source>Name of the key (optional)</source>
        <translation>Nazwa klucza (opcjonalnie)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Utworzono</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Wygasa</translation>
    </message>
    <message>
        <source>The new key. Copy it now: it is shown this once, and only a hash of it is kept.</source>
        <translation>Nowy klucz. Skopiuj go teraz: jest pokazany tylko ten jeden raz, a przechowywany jest tylko jego skrót.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>Delete the key %1…? What uses it is refused from now on.</source>
        <translation>Usunąć klucz %1…? Programy, które go używają, będą odtąd odrzucane.</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message numerus="yes">
        <source>%n image(s) open</source>
        <translation>
            <numerusform>%n obraz otwarty</numerusform>
            <numerusform>%n obrazy otwarte</numerusform>
            <numerusform>%n obrazów otwartych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) passed over</source>
        <translation>
            <numerusform>pominięto %n plik</numerusform>
            <numerusform>pominięto %n pliki</numerusform>
            <numerusform>pominięto %n plików</numerusform>
        </translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Badania</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadane</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemy</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>%1 files read, %2 images found</source>
        <translation>przeczytane pliki: %1, znalezione obrazy: %2</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Otwórz pliki</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Memory for images</source>
        <translation>Pamięć na obrazy</translation>
    </message>
    <message>
        <source>Megabytes for decoded images:</source>
        <translation>Megabajty na zdekodowane obrazy:</translation>
    </message>
    <message>
        <source>About DICOMaestro</source>
        <translation>O programie DICOMaestro</translation>
    </message>
    <message>
        <source>&lt;h3&gt;DICOMaestro %1&lt;/h3&gt;&lt;p&gt;A viewer for DICOM files. Nothing leaves this machine.&lt;/p&gt;&lt;p&gt;Not a medical device: not for diagnosis.&lt;/p&gt;&lt;p&gt;Own sources under the MIT licence. Built with Qt (LGPL-3.0), DCMTK (BSD), OpenJPEG (BSD), libjpeg-turbo (IJG, BSD), libzip (BSD), zlib; icons by Lucide (ISC).&lt;/p&gt;</source>
        <translation>&lt;h3&gt;DICOMaestro %1&lt;/h3&gt;&lt;p&gt;Przeglądarka plików DICOM. Nic nie opuszcza tego komputera.&lt;/p&gt;&lt;p&gt;To nie jest wyrób medyczny: nie służy do diagnozowania.&lt;/p&gt;&lt;p&gt;Własne źródła na licencji MIT. Zbudowano z użyciem Qt (LGPL-3.0), DCMTK (BSD), OpenJPEG (BSD), libjpeg-turbo (IJG, BSD), libzip (BSD), zlib; ikony Lucide (ISC).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Okno</translation>
    </message>
</context>
<context>
    <name>app::NameEdit</name>
    <message>
        <source>Family name</source>
        <translation>Nazwisko</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Imię</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Drugie imię</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Przedrostek</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Przyrostek</translation>
    </message>
    <message>
        <source>Ideographic: Family^Given</source>
        <translation>Ideograficznie: Nazwisko^Imię</translation>
    </message>
    <message>
        <source>Phonetic: Family^Given</source>
        <translation>Fonetycznie: Nazwisko^Imię</translation>
    </message>
</context>
<context>
    <name>app::NewDialog</name>
    <message>
        <source>New DICOM from pictures or a PDF</source>
        <translation>Nowy DICOM z obrazów lub pliku PDF</translation>
    </message>
    <message>
        <source>Cr&amp;eate</source>
        <translation>U&amp;twórz</translation>
    </message>
    <message>
        <source>All pictures are &amp;frames of one object</source>
        <translation>Wszystkie obrazy są &amp;klatkami jednego obiektu</translation>
    </message>
    <message>
        <source>Make colour gre&amp;y</source>
        <translation>Zamień kolor na sza&amp;rość</translation>
    </message>
    <message>
        <source>Patient and study of the &amp;shown image</source>
        <translation>Pacjent i badanie z pokazanego &amp;obrazu</translation>
    </message>
    <message>
        <source>&amp;Open what was made</source>
        <translation>Otwórz &amp;utworzone</translation>
    </message>
    <message>
        <source>PNG, JPEG, TIFF or PDF</source>
        <translation>PNG, JPEG, TIFF lub PDF</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Dodaj pliki…</translation>
    </message>
    <message>
        <source>Pictures or a PDF</source>
        <translation>Obrazy lub plik PDF</translation>
    </message>
    <message>
        <source>Pictures and PDF (%1)</source>
        <translation>Obrazy i PDF (%1)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>U&amp;suń</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>W &amp;górę</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>W dó&amp;ł</translation>
    </message>
    <message>
        <source>known</source>
        <translation>znana</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pacjent</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nazwisko:</translation>
    </message>
    <message>
        <source>Patient &amp;ID:</source>
        <translation>&amp;ID pacjenta:</translation>
    </message>
    <message>
        <source>&amp;Birth date:</source>
        <translation>Data urod&amp;zenia:</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nieznana</translation>
    </message>
    <message>
        <source>female</source>
        <translation>kobieta</translation>
    </message>
    <message>
        <source>male</source>
        <translation>mężczyzna</translation>
    </message>
    <message>
        <source>other</source>
        <translation>inna</translation>
    </message>
    <message>
        <source>Se&amp;x:</source>
        <translation>&amp;Płeć:</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Badanie</translation>
    </message>
    <message>
        <source>Da&amp;te:</source>
        <translation>D&amp;ata:</translation>
    </message>
    <message>
        <source>Descri&amp;ption:</source>
        <translation>Op&amp;is:</translation>
    </message>
    <message>
        <source>Study ID:</source>
        <translation>ID badania:</translation>
    </message>
    <message>
        <source>Accession number:</source>
        <translation>Numer zlecenia:</translation>
    </message>
    <message>
        <source>Referring physician:</source>
        <translation>Lekarz kierujący:</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Seria</translation>
    </message>
    <message>
        <source>&amp;Modality:</source>
        <translation>&amp;Modalność:</translation>
    </message>
    <message>
        <source>Description:</source>
        <translation>Opis:</translation>
    </message>
    <message>
        <source>Number:</source>
        <translation>Numer:</translation>
    </message>
    <message>
        <source>Body part:</source>
        <translation>Część ciała:</translation>
    </message>
    <message>
        <source>Title of a PDF:</source>
        <translation>Tytuł pliku PDF:</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>Kompr&amp;esja:</translation>
    </message>
    <message>
        <source>To fo&amp;lder:</source>
        <translation>Do &amp;folderu:</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Przeglądaj…</translation>
    </message>
    <message>
        <source>Create in</source>
        <translation>Utwórz w folderze</translation>
    </message>
    <message>
        <source>The patient&apos;s name</source>
        <translation>Nazwisko pacjenta</translation>
    </message>
    <message>
        <source>The physician&apos;s name</source>
        <translation>Nazwisko lekarza</translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation>Nic nie utworzono.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) made.</source>
        <translation>
            <numerusform>Utworzono %n obiekt.</numerusform>
            <numerusform>Utworzono %n obiekty.</numerusform>
            <numerusform>Utworzono %n obiektów.</numerusform>
        </translation>
    </message>
    <message>
        <source>by content: OT, DOC of a PDF</source>
        <translation>według treści: OT, dla pliku PDF DOC</translation>
    </message>
</context>
<context>
    <name>app::ProblemsPanel</name>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Kopiuj listę</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Wyczyść listę</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that are not DICOM were passed over</source>
        <translation>
            <numerusform>Pominięto %n plik, który nie jest plikiem DICOM</numerusform>
            <numerusform>Pominięto %n pliki, które nie są plikami DICOM</numerusform>
            <numerusform>Pominięto %n plików, które nie są plikami DICOM</numerusform>
        </translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Plik %1</translation>
    </message>
</context>
<context>
    <name>app::ProfilePanel</name>
    <message>
        <source>not said</source>
        <translation>nie podano</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>testy</translation>
    </message>
    <message>
        <source>research</source>
        <translation>badania naukowe</translation>
    </message>
    <message>
        <source>education</source>
        <translation>edukacja</translation>
    </message>
    <message>
        <source>commercial</source>
        <translation>zastosowanie komercyjne</translation>
    </message>
    <message>
        <source>other</source>
        <translation>inne</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Zapisz profil</translation>
    </message>
    <message>
        <source>An account with a profile may create keys and see its usage.</source>
        <translation>Konto z profilem może tworzyć klucze i widzieć swoje użycie.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organizacja</translation>
    </message>
</context>
<context>
    <name>app::RequestsPanel</name>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metoda</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Ścieżka</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Trwało</translation>
    </message>
    <message>
        <source>(no such route)</source>
        <translation>(nie ma takiej ścieżki)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>app::ServerBar</name>
    <message>
        <source>Documentation</source>
        <translation>Dokumentacja</translation>
    </message>
    <message>
        <source>Remember: on again at the next start</source>
        <translation>Pamiętaj: włącz także przy następnym starcie</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokalne API</translation>
    </message>
    <message>
        <source>0 picks a free port</source>
        <translation>0 wybiera wolny port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Reached from this computer only.</source>
        <translation>Dostępne tylko z tego komputera.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Włączone</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Wyłączone</translation>
    </message>
    <message>
        <source>No program reaches the viewer.</source>
        <translation>Żaden program nie ma dostępu do przeglądarki.</translation>
    </message>
</context>
<context>
    <name>app::ShareDialog</name>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
</context>
<context>
    <name>app::TagModel</name>
    <message>
        <source>Item %1</source>
        <translation>Element %1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Znacznik</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>VR</source>
        <translation>VR</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Długość</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>undefined</source>
        <comment>a length that the file does not say</comment>
        <translation>nieokreślona</translation>
    </message>
</context>
<context>
    <name>app::TagPanel</name>
    <message>
        <source>Search tag, name or value</source>
        <translation>Szukaj znacznika, nazwy lub wartości</translation>
    </message>
    <message>
        <source>Mark changes</source>
        <translation>Zaznacz zmiany</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Kopiuj wartość</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Kopiuj wiersz</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Kopiuj ścieżkę</translation>
    </message>
    <message>
        <source>Copy all as text</source>
        <translation>Kopiuj wszystko jako tekst</translation>
    </message>
    <message>
        <source>Copy all as JSON</source>
        <translation>Kopiuj wszystko jako JSON</translation>
    </message>
    <message>
        <source>Marks what differs from the previous slice</source>
        <translation>Zaznacza, co różni się od poprzedniej warstwy</translation>
    </message>
    <message>
        <source>Edit a copy…</source>
        <translation>Edytuj kopię…</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Edytuj kopię</translation>
    </message>
    <message>
        <source>Edit a copy; the file stays as it is</source>
        <translation>Edytuj kopię; plik pozostaje bez zmian</translation>
    </message>
</context>
<context>
    <name>app::UsageChart</name>
    <message>
        <source>Calls</source>
        <translation>Wywołania</translation>
    </message>
    <message>
        <source>Day of the month (UTC)</source>
        <translation>Dzień miesiąca (UTC)</translation>
    </message>
    <message>
        <source>Calls of a day</source>
        <translation>Wywołania w danym dniu</translation>
    </message>
    <message>
        <source>Calls of the month so far</source>
        <translation>Wywołania od początku miesiąca</translation>
    </message>
    <message>
        <source>Quota of each route</source>
        <translation>Limit każdej ścieżki</translation>
    </message>
    <message>
        <source>Month so far</source>
        <translation>Od początku miesiąca</translation>
    </message>
</context>
<context>
    <name>app::UsagePanel</name>
    <message>
        <source>The month before</source>
        <translation>Poprzedni miesiąc</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Następny miesiąc</translation>
    </message>
    <message>
        <source>Quota of this month, for each route</source>
        <translation>Limit w tym miesiącu, dla każdej ścieżki</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n wywołanie</numerusform>
            <numerusform>%1: %n wywołania</numerusform>
            <numerusform>%1: %n wywołań</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
</context>
</TS>
