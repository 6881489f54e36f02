<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) without an image</source>
        <translation>
            <numerusform>%n object without an image</numerusform>
            <numerusform>%n objects without an image</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagText</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AnonymiseDialog</name>
    <message numerus="yes">
        <source>This &amp;series, %n object(s)</source>
        <translation>
            <numerusform>This &amp;series, %n object</numerusform>
            <numerusform>This &amp;series, %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This stud&amp;y, %n object(s)</source>
        <translation>
            <numerusform>This stud&amp;y, %n object</numerusform>
            <numerusform>This stud&amp;y, %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rectangle(s) blacked out.</source>
        <translation>
            <numerusform>%n rectangle blacked out.</numerusform>
            <numerusform>%n rectangles blacked out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) of the shown object change.</source>
        <translation>
            <numerusform>%n element of the shown object changes.</numerusform>
            <numerusform>%n elements of the shown object change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s): </source>
        <translation>
            <numerusform>%n object: </numerusform>
            <numerusform>%n objects: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n object(s) had been written.</source>
        <translation>
            <numerusform>Cancelled; %n object had been written.</numerusform>
            <numerusform>Cancelled; %n objects had been written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) written.</source>
        <translation>
            <numerusform>%n object written.</numerusform>
            <numerusform>%n objects written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EditModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EditPanel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message numerus="yes">
        <source>This &amp;series, %n image(s)</source>
        <translation>
            <numerusform>This &amp;series, %n image</numerusform>
            <numerusform>This &amp;series, %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This st&amp;udy, %n image(s)</source>
        <translation>
            <numerusform>This st&amp;udy, %n image</numerusform>
            <numerusform>This st&amp;udy, %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names exist. Replace them?</source>
        <translation>
            <numerusform>%n file of that name exists. Replace it?</numerusform>
            <numerusform>%n files of these names exist. Replace them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled; %n file(s) had been written.</source>
        <translation>
            <numerusform>Cancelled; %n file had been written.</numerusform>
            <numerusform>Cancelled; %n files had been written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message numerus="yes">
        <source>%n image(s) open</source>
        <translation>
            <numerusform>%n image open</numerusform>
            <numerusform>%n images open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) passed over</source>
        <translation>
            <numerusform>%n file passed over</numerusform>
            <numerusform>%n files passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::NewDialog</name>
    <message numerus="yes">
        <source>%n object(s) made.</source>
        <translation>
            <numerusform>%n object made.</numerusform>
            <numerusform>%n objects made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n file(s) that are not DICOM were passed over</source>
        <translation>
            <numerusform>%n file that is not DICOM was passed over</numerusform>
            <numerusform>%n files that are not DICOM were passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::UsagePanel</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n call</numerusform>
            <numerusform>%1: %n calls</numerusform>
        </translation>
    </message>
</context>
</TS>
